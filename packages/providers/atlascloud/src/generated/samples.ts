// Generated from specs/atlascloud/ by `npm run generate`. Do not edit: change the YAML and run it again.

import type { operations } from "./openapi.js";

type Body<Id extends keyof operations> = operations[Id] extends {
  requestBody: { content: { "application/json": infer Json } };
}
  ? Json
  : never;

/** The documented sample requests: operationId → name → body. */
export const samples = {
  "generateVideo": {
    "text-to-video-developer": {
      "model": "google/gemini-omni-flash/text-to-video-developer",
      "prompt": "A glass whale drifts over a salt desert",
      "duration": 6,
      "aspect_ratio": "9:16",
      "resolution": "4k",
      "seed": 41
    },
    "image-to-video-developer": {
      "model": "google/gemini-omni-flash/image-to-video-developer",
      "prompt": "The fox turns its head",
      "images": [
        "https://files.example.org/fox.png"
      ],
      "duration": 4,
      "aspect_ratio": "16:9",
      "resolution": "720p",
      "seed": -1
    },
    "reference-to-video-developer": {
      "model": "google/gemini-omni-flash/reference-to-video-developer",
      "prompt": "Same gait, new animal",
      "images": [
        "https://files.example.org/lynx.webp"
      ],
      "video_clips": [
        {
          "url": "https://files.example.org/walk.mp4",
          "start": 2,
          "ends": 9
        }
      ],
      "duration": 8
    },
    "text-to-video": {
      "model": "google/gemini-omni-flash/text-to-video",
      "prompt": "A kite writes a name into the clouds",
      "duration": 5,
      "aspect_ratio": "16:9",
      "resolution": "720p",
      "thinking_level": "high",
      "seed": 7
    },
    "image-to-video": {
      "model": "google/gemini-omni-flash/image-to-video",
      "prompt": "The door opens by itself",
      "image": "https://files.example.org/door.jpg",
      "duration": 3
    },
    "reference-to-video": {
      "model": "google/gemini-omni-flash/reference-to-video",
      "prompt": "Both meet at the pier",
      "images": [
        "https://files.example.org/sailor.png",
        "https://files.example.org/heron.png"
      ],
      "duration": 10,
      "webhook_url": "https://hooks.example.org/atlas"
    },
    "video-edit": {
      "model": "google/gemini-omni-flash/video-edit",
      "prompt": "Make it snow",
      "video": "https://files.example.org/street.mp4",
      "images": [
        "https://files.example.org/flake.png"
      ],
      "resolution": "720p",
      "thinking_level": "low"
    },
    "flash-1-1-text-to-video": {
      "model": "google/gemini-omni-1.1-flash/text-to-video",
      "prompt": "Rain falls upwards over a market",
      "duration": 3,
      "aspect_ratio": "9:16",
      "resolution": "360p",
      "thinking_level": "default",
      "seed": -1
    },
    "flash-1-1-first-and-last-frame": {
      "model": "google/gemini-omni-1.1-flash/image-to-video",
      "prompt": "The bud opens",
      "image": "https://files.example.org/bud.png",
      "last_image": "https://files.example.org/bloom.png",
      "duration": 6,
      "resolution": "1080p"
    },
    "flash-1-1-reference-to-video": {
      "model": "google/gemini-omni-1.1-flash/reference-to-video",
      "prompt": "<IMAGE_REF_0> walks like <VIDEO_REF_0>",
      "reference_images": [
        "https://files.example.org/robot.png"
      ],
      "reference_videos": [
        "https://files.example.org/walk.mp4"
      ],
      "duration": 8,
      "aspect_ratio": "16:9",
      "resolution": "4k"
    },
    "flash-1-1-video-edit": {
      "model": "google/gemini-omni-1.1-flash/video-edit",
      "prompt": "Dress the driver like <IMAGE_REF_0>",
      "video": "https://files.example.org/drive.mp4",
      "reference_images": [
        "https://files.example.org/coat.png"
      ]
    },
    "flash-1-1-video-extend": {
      "model": "google/gemini-omni-1.1-flash/video-extend",
      "prompt": "The train leaves the tunnel",
      "video": "https://files.example.org/train.mp4",
      "duration": 4,
      "resolution": "720p"
    },
    "inferred-flash-1-2-text-to-video": {
      "model": "google/gemini-omni-1.2-flash/text-to-video",
      "prompt": "A lantern boat crosses the fjord",
      "duration": 15,
      "resolution": "4k"
    },
    "switched-to-seedance": {
      "model": "bytedance/seedance-2.0/text-to-video",
      "prompt": "A glass whale drifts over a salt desert",
      "duration": 6,
      "ratio": "9:16"
    },
    "switched-to-veo": {
      "model": "google/veo3.1-lite/text-to-video",
      "prompt": "A glass whale drifts over a salt desert",
      "duration": 6,
      "aspect_ratio": "9:16"
    }
  }
} as const satisfies { [Id in keyof operations]?: Record<string, Body<Id>> };
