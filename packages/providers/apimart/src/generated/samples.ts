// Generated from specs/apimart/ by `npm run generate`. Do not edit: change the YAML and run it again.

import type { operations } from "./openapi.js";

type Body<Id extends keyof operations> = operations[Id] extends {
  requestBody: { content: { "application/json": infer Json } };
}
  ? Json
  : never;

/** The documented sample requests: operationId → name → body. */
export const samples = {
  "createVideoGeneration": {
    "text-to-video": {
      "model": "gemini-omni-flash-preview",
      "prompt": "a paper boat drifts down a rain-filled gutter",
      "aspect_ratio": "16:9",
      "resolution": "720p"
    },
    "image-to-video": {
      "model": "gemini-omni-flash-preview",
      "prompt": "the lighthouse lamp starts to turn, slow dolly in",
      "image_urls": [
        "https://example.com/lighthouse.png"
      ],
      "aspect_ratio": "9:16",
      "resolution": "720p"
    },
    "video-edit": {
      "model": "gemini-omni-flash-preview",
      "prompt": "make it snow",
      "video_urls": [
        "https://example.com/street.mp4"
      ]
    },
    "mixed-input": {
      "model": "gemini-omni-flash-preview",
      "prompt": "put the fox of the image into the street of the video",
      "image_urls": [
        "https://example.com/fox.jpg"
      ],
      "video_urls": [
        "https://example.com/street.mp4"
      ]
    },
    "continue-task": {
      "model": "gemini-omni-flash-preview",
      "prompt": "now the lamp goes out",
      "extend_from_task_id": "task_01KZ0000EXAMPLE00000000000"
    },
    "ext-text-to-video": {
      "model": "Omni-Flash-Ext",
      "prompt": "a glass whale drifts over a salt desert",
      "duration": 8,
      "resolution": "1080p",
      "aspect_ratio": "9:16"
    },
    "ext-first-frame": {
      "model": "Omni-Flash-Ext",
      "prompt": "the fox turns its head",
      "duration": 4,
      "generation_type": "frame",
      "image_urls": [
        "https://example.com/fox.jpg"
      ]
    },
    "ext-three-references": {
      "model": "Omni-Flash-Ext",
      "prompt": "the two dancers meet on the roof",
      "generation_type": "reference",
      "image_urls": [
        "https://example.com/a.jpg",
        "https://example.com/b.jpg",
        "https://example.com/roof.jpg"
      ]
    },
    "ext-reference-video": {
      "model": "gemini-omni-1.1-flash-ext",
      "prompt": "the same gait, another animal",
      "video_urls": [
        "https://example.com/walk.mp4"
      ],
      "resolution": "720p"
    },
    "flash-1-1-first-and-last-frame": {
      "model": "gemini-omni-1.1-flash",
      "prompt": "the flower opens",
      "first_frame_image": "https://example.com/bud.png",
      "last_frame_image": "https://example.com/bloom.png",
      "resolution": "4k"
    },
    "flash-1-1-image-roles": {
      "model": "gemini-omni-1.1-flash",
      "prompt": "a stroll through the market",
      "image_with_roles": [
        {
          "url": "https://example.com/market.png",
          "role": "first_frame"
        },
        {
          "url": "https://example.com/hat.png",
          "role": "reference"
        }
      ],
      "metadata": {
        "task": "reference_to_video"
      }
    },
    "flash-1-1-edit": {
      "model": "gemini-omni-1.1-flash",
      "prompt": "take the umbrella away",
      "video_urls": [
        "https://example.com/street.mp4"
      ],
      "metadata": {
        "task": "edit"
      }
    }
  }
} as const satisfies { [Id in keyof operations]?: Record<string, Body<Id>> };
