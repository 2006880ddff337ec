// Generated from specs/toapis/ by `npm run generate`. Do not edit: change the YAML and run it again.

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
      "model": "gemini_omni",
      "prompt": "a paper lantern drifting over a quiet harbour at dusk",
      "aspect_ratio": "9:16",
      "duration": 10,
      "resolution": "720P"
    },
    "flash-one-image": {
      "model": "gemini_omni_flash",
      "prompt": "the lantern is lit",
      "image_urls": [
        "https://example.com/lantern.png"
      ],
      "duration": 4,
      "resolution": "720P"
    },
    "flash-three-images": {
      "model": "gemini_omni_flash",
      "prompt": "the two boats meet in the harbour",
      "image_urls": [
        "https://example.com/a.png",
        "https://example.com/b.png",
        "https://example.com/harbour.png"
      ],
      "aspect_ratio": "16:9",
      "resolution": "1080p"
    },
    "flash-1080p": {
      "model": "gemini-omni-flash",
      "prompt": "a quiet harbour at dusk",
      "duration": 6,
      "aspect_ratio": "16:9",
      "resolution": "1080p"
    },
    "official-images": {
      "model": "gemini-omni-flash-preview-official",
      "prompt": "the boat of the first image in the harbour of the second",
      "image_urls": [
        "https://example.com/boat.png",
        "https://example.com/harbour.png"
      ],
      "duration": 8,
      "metadata": {
        "task": "reference_to_video"
      }
    },
    "official-edit": {
      "model": "gemini-omni-flash-preview-official",
      "prompt": "make it night",
      "video_list": [
        {
          "video_url": "https://example.com/harbour.mp4"
        }
      ],
      "aspect_ratio": "16:9",
      "metadata": {
        "task": "edit"
      }
    },
    "official-continue": {
      "model": "gemini-omni-flash-preview-official",
      "prompt": "now the lamp goes out",
      "metadata": {
        "previous_interaction_id": "int_0example",
        "temperature": 1,
        "top_p": 0.9
      }
    },
    "official-1-1-text": {
      "model": "gemini-omni-1.1-flash-preview-official",
      "prompt": "a paper lantern drifting over a quiet harbour",
      "duration": 3,
      "resolution": "4K",
      "aspect_ratio": "16:9"
    },
    "official-1-1-edit": {
      "model": "gemini-omni-1.1-flash-preview-official",
      "prompt": "take the boat away",
      "video_list": [
        {
          "video_url": "https://example.com/harbour.mp4"
        }
      ],
      "metadata": {
        "task": "edit"
      }
    },
    "own-reference": {
      "model": "gemini_omni",
      "prompt": "a quiet harbour at dusk",
      "client_business_id": "order-20261120-0001",
      "callback_url": "https://example.com/hooks/video?order=1"
    }
  },
  "createVideo": {
    "preview-1-1-images": {
      "model": "gemini-omni-1.1-flash-preview",
      "prompt": "the boats of both images in one harbour",
      "image_urls": [
        "https://example.com/a.png",
        "https://example.com/b.png"
      ],
      "duration": 10,
      "aspect_ratio": "9:16"
    },
    "vip-text": {
      "model": "gemini-omni-1.1-flash-preview-vip",
      "prompt": "a paper lantern drifting over a quiet harbour",
      "duration": 8,
      "resolution": "4k"
    },
    "vip-first-frame": {
      "model": "gemini-omni-1.1-flash-preview-vip",
      "prompt": "the lantern is lit",
      "generation_type": "frame",
      "image_urls": [
        "https://example.com/lantern.png"
      ],
      "duration": 4
    },
    "vip-three-references": {
      "model": "gemini-omni-1.1-flash-preview-vip",
      "prompt": "the two boats meet in the harbour",
      "generation_type": "reference",
      "image_urls": [
        "https://example.com/a.png",
        "https://example.com/b.png",
        "https://example.com/harbour.png"
      ],
      "resolution": "360p"
    },
    "vip-reference-video": {
      "model": "gemini-omni-1.1-flash-preview-vip",
      "prompt": "the same camera move over a coral reef",
      "video_urls": [
        "https://example.com/street.mp4"
      ],
      "resolution": "1080p"
    }
  }
} as const satisfies { [Id in keyof operations]?: Record<string, Body<Id>> };
