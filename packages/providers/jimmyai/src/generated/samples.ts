// Generated from specs/jimmyai/ by `npm run generate`. Do not edit: change the YAML and run it again.

import type { operations } from "./openapi.js";

type Body<Id extends keyof operations> = operations[Id] extends {
  requestBody: { content: { "application/json": infer Json } };
}
  ? Json
  : never;

/** The documented sample requests: operationId → name → body. */
export const samples = {
  "createGeminiOmniVideo": {
    "text-to-video": {
      "model": "Gemini-Omini",
      "prompt": "Paper boats drifting down a flooded alley at dawn",
      "duration": 8,
      "resolution": "1080p",
      "aspect_ratio": "9:16"
    },
    "first-frame": {
      "model": "Gemini-Omini",
      "prompt": "The lighthouse lamp starts to turn",
      "duration": 4,
      "generation_type": "frame",
      "image_urls": [
        "https://example.com/lighthouse.png"
      ]
    },
    "one-reference": {
      "model": "Gemini-Omini",
      "prompt": "The fox turns its head",
      "generation_type": "reference",
      "image_urls": [
        "https://example.com/fox.png"
      ]
    },
    "three-references": {
      "model": "Gemini-Omini",
      "prompt": "All three meet in one scene",
      "duration": 10,
      "resolution": "4k",
      "aspect_ratio": "16:9",
      "image_urls": [
        "https://example.com/one.png",
        "https://example.com/two.png",
        "https://example.com/three.png"
      ]
    },
    "reference-video": {
      "model": "Gemini-Omini",
      "prompt": "Keep the camera move, turn the street into a coral reef",
      "resolution": "720p",
      "aspect_ratio": "16:9",
      "generation_type": "reference",
      "video_urls": [
        "https://example.com/street.mp4"
      ]
    },
    "empty-lists": {
      "model": "Gemini-Omini",
      "prompt": "A paper crane unfolds",
      "duration": 6,
      "resolution": "720p",
      "aspect_ratio": "16:9",
      "generation_type": "reference",
      "image_urls": [],
      "video_urls": []
    },
    "compatible-names": {
      "model": "gemini-omni",
      "prompt": "Fog rolls over the harbour",
      "orientation": "portrait",
      "generation_type": "frame",
      "images": [
        "https://example.com/harbour.png"
      ]
    },
    "omni-10s": {
      "model": "omni-10s",
      "prompt": "The two dancers meet on a rooftop",
      "orientation": "landscape",
      "image_urls": [
        "https://example.com/a.jpg",
        "https://example.com/b.jpg"
      ]
    },
    "omni-10s-ignored-members": {
      "model": "omni-10s",
      "prompt": "Rain on a tin roof",
      "duration": 4,
      "resolution": "4k",
      "aspect_ratio": "16:9"
    }
  }
} as const satisfies { [Id in keyof operations]?: Record<string, Body<Id>> };
