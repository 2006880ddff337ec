// Generated from specs/atlascloud/ by `npm run generate`. Do not edit: change the YAML and run it again.

import type { Service } from "@omni-contracts/core";
import type { Lifecycle, ModelPrices, Operation } from "@omni-contracts/core/language";

export const service = {
  "provider": "atlascloud",
  "servers": [
    "https://api.atlascloud.ai"
  ],
  "envKey": "ATLASCLOUD_API_KEY",
  "publicOperations": [
    "GET /api/v1/models",
    "GET /api/v1/webhooks/jwks.json"
  ]
} as const satisfies Service;

export const operations = {
  "generateVideo": {
    "method": "post",
    "path": "/api/v1/model/generateVideo",
    "outcomes": [
      {
        "http": 200,
        "has": "$.data.id",
        "outcome": "accepted"
      },
      {
        "http": 200,
        "has": "$.id",
        "outcome": "accepted"
      },
      {
        "http": 200,
        "has": "$.data.prediction_id",
        "outcome": "accepted"
      },
      {
        "http": 200,
        "has": "$.data.predictionId",
        "outcome": "accepted"
      },
      {
        "http": 200,
        "has": "$.predictionId",
        "outcome": "accepted"
      },
      {
        "http": 200,
        "has": "$.data.data.id",
        "outcome": "accepted"
      },
      {
        "http": 400,
        "outcome": "rejected",
        "error": "invalid_request"
      },
      {
        "http": 401,
        "outcome": "rejected",
        "error": "authentication"
      },
      {
        "http": 402,
        "outcome": "rejected",
        "error": "insufficient_credits"
      },
      {
        "http": 403,
        "outcome": "rejected",
        "error": "permission_denied"
      },
      {
        "http": 404,
        "outcome": "rejected",
        "error": "model_not_found"
      },
      {
        "http": 413,
        "outcome": "rejected",
        "error": "invalid_request"
      },
      {
        "http": 429,
        "outcome": "rejected",
        "error": "rate_limited",
        "resend": {
          "else": [
            1,
            2,
            4
          ]
        },
        "advice": "Back off exponentially."
      },
      {
        "http": 451,
        "outcome": "rejected",
        "error": "permission_denied"
      },
      {
        "http": 500,
        "outcome": "unknown",
        "advice": "Atlas Cloud: retry once. Not followed, the video may have been taken and there is no idempotency key."
      },
      {
        "http": 503,
        "outcome": "unknown",
        "advice": "Atlas Cloud: back off and retry. Not followed, no page says that the request was not taken."
      },
      {
        "http": 504,
        "outcome": "unknown",
        "advice": "Atlas Cloud: retry, and use the asynchronous flow. Not followed, the video may have been taken."
      }
    ]
  },
  "getPrediction": {
    "method": "get",
    "path": "/api/v1/model/prediction/{prediction_id}"
  },
  "uploadMedia": {
    "method": "post",
    "path": "/api/v1/model/uploadMedia"
  },
  "listModels": {
    "method": "get",
    "path": "/api/v1/models"
  },
  "getBalance": {
    "method": "get",
    "path": "/public/v1/balance"
  },
  "getModelUsage": {
    "method": "get",
    "path": "/public/v1/model-usage"
  },
  "getModelCosts": {
    "method": "get",
    "path": "/public/v1/model-costs"
  },
  "getWebhookKeys": {
    "method": "get",
    "path": "/api/v1/webhooks/jwks.json"
  }
} as const satisfies Readonly<Record<string, Operation>>;

export const lifecycle = {
  "charge": {
    "at": "accepted",
    "failed": "refunded",
    "cancelled": "unknown"
  },
  "states": {
    "queued": [
      "starting",
      "queued",
      "created",
      "pending"
    ],
    "in_progress": [
      "processing",
      "running"
    ],
    "completed": [
      "completed",
      "succeeded",
      "success"
    ],
    "failed": [
      "failed",
      "error",
      "timeout"
    ],
    "cancelled": [
      "canceled",
      "cancelled"
    ]
  },
  "submit": {
    "generateVideo": {
      "handle": {
        "id": [
          "$.data.id",
          "$.id",
          "$.data.prediction_id",
          "$.data.predictionId",
          "$.predictionId",
          "$.data.data.id"
        ]
      },
      "read": "getPrediction",
      "as": "receipt"
    }
  },
  "read": {
    "getPrediction": {
      "with": {
        "path.prediction_id": "id"
      },
      "as": "prediction"
    }
  },
  "errors": {
    "message": [
      "$.msg",
      "$.message",
      "$.error.message",
      "$.error"
    ],
    "code": [
      "$.error.code",
      "$.code"
    ],
    "requestId": [
      "$.request_id",
      {
        "header": "X-Request-ID"
      }
    ]
  },
  "result": {
    "lifetime": 172800,
    "auth": "none"
  },
  "poll": {
    "first": 3,
    "every": [
      3,
      5
    ],
    "giveUp": 900,
    "typical": 90
  },
  "upload": {
    "uploadMedia": {
      "file": "file",
      "url": [
        "$.data.download_url",
        "$.data.url",
        "$.url"
      ]
    }
  },
  "balance": {
    "getBalance": {
      "amount": "$.available.value",
      "unit": "USD"
    }
  },
  "representations": {
    "prediction": {
      "first": [
        {
          "http": [
            400,
            404
          ],
          "within": 30,
          "is": "queued"
        },
        {
          "http": 500,
          "where": {
            "$.data.status": [
              "failed",
              "error",
              "timeout"
            ]
          },
          "is": "failed"
        }
      ],
      "state": "$.data.status",
      "id": "$.data.id",
      "model": "$.data.model",
      "createdAt": {
        "at": "$.data.created_at",
        "format": "date-time"
      },
      "completedAt": {
        "at": "$.data.completed_at",
        "format": "date-time"
      },
      "elapsedSeconds": "$.data.metrics.predict_time",
      "videos": [
        {
          "each": "$.data.outputs[*]",
          "url": "@"
        },
        {
          "url": [
            "$.data.output[*]",
            "$.data.output"
          ]
        }
      ],
      "cost": [
        {
          "at": "$.data.price",
          "currency": "USD"
        }
      ],
      "error": {
        "message": [
          "$.data.error",
          "$.message"
        ],
        "code": "$.data.error_code"
      },
      "failures": [
        {
          "where": {
            "$.data.error_code": [
              1039
            ]
          },
          "error": "content_policy"
        }
      ]
    }
  }
} as const satisfies Lifecycle;

export const models = {
  "google/gemini-omni-flash/text-to-video-developer": {
    "operation": "generateVideo",
    "lineage": "gemini-omni-flash-preview",
    "channel": "unknown",
    "status": "current",
    "capabilities": {
      "duration": [
        4,
        6,
        8,
        10
      ],
      "aspectRatio": [
        "16:9",
        "9:16"
      ],
      "resolution": [
        "720p",
        "1080p",
        "4k"
      ],
      "seed": true,
      "webhookUrl": true,
      "requires": [
        "prompt"
      ]
    },
    "inputs": [
      {
        "path": "$.prompt",
        "role": "prompt"
      },
      {
        "path": "$.duration",
        "default": 8,
        "role": "duration"
      },
      {
        "path": "$.aspect_ratio",
        "default": "16:9",
        "role": "aspectRatio"
      },
      {
        "path": "$.resolution",
        "default": "720p",
        "role": "resolution"
      },
      {
        "path": "$.seed",
        "default": -1,
        "role": "seed"
      },
      {
        "path": "$.webhook_url",
        "role": "webhookUrl",
        "media": {
          "schemes": [
            "http",
            "https"
          ]
        }
      }
    ]
  },
  "google/gemini-omni-flash/image-to-video-developer": {
    "operation": "generateVideo",
    "lineage": "gemini-omni-flash-preview",
    "channel": "unknown",
    "status": "current",
    "capabilities": {
      "firstFrame": [
        1
      ],
      "duration": [
        4,
        6,
        8,
        10
      ],
      "aspectRatio": [
        "16:9",
        "9:16"
      ],
      "resolution": [
        "720p",
        "1080p",
        "4k"
      ],
      "seed": true,
      "webhookUrl": true,
      "always": [
        "prompt",
        "firstFrame"
      ],
      "requires": []
    },
    "inputs": [
      {
        "path": "$.prompt",
        "role": "prompt"
      },
      {
        "path": "$.images",
        "list": true,
        "role": "firstFrame",
        "media": {
          "types": [
            "image/png",
            "image/jpeg",
            "image/webp"
          ],
          "bytes": 20000000,
          "pixels": 128
        }
      },
      {
        "path": "$.duration",
        "default": 8,
        "role": "duration"
      },
      {
        "path": "$.aspect_ratio",
        "default": "16:9",
        "role": "aspectRatio"
      },
      {
        "path": "$.resolution",
        "default": "720p",
        "role": "resolution"
      },
      {
        "path": "$.seed",
        "default": -1,
        "role": "seed"
      },
      {
        "path": "$.webhook_url",
        "role": "webhookUrl",
        "media": {
          "schemes": [
            "http",
            "https"
          ]
        }
      }
    ]
  },
  "google/gemini-omni-flash/reference-to-video-developer": {
    "operation": "generateVideo",
    "lineage": "gemini-omni-flash-preview",
    "channel": "unknown",
    "status": "current",
    "capabilities": {
      "inputReferences": [
        1,
        2,
        3,
        4,
        5
      ],
      "video": [
        1
      ],
      "duration": [
        4,
        6,
        8,
        10
      ],
      "aspectRatio": [
        "16:9",
        "9:16"
      ],
      "resolution": [
        "720p",
        "1080p",
        "4k"
      ],
      "seed": true,
      "webhookUrl": true,
      "always": [
        "prompt"
      ],
      "requires": [
        "inputReferences",
        "video"
      ]
    },
    "inputs": [
      {
        "path": "$.prompt",
        "role": "prompt"
      },
      {
        "path": "$.images",
        "list": true,
        "role": "inputReferences",
        "media": {
          "types": [
            "image/png",
            "image/jpeg",
            "image/webp"
          ],
          "bytes": 20000000,
          "pixels": 128
        }
      },
      {
        "path": "$.video_clips[*].url",
        "role": "video",
        "media": {
          "bytes": 104857600,
          "seconds": [
            0,
            30
          ]
        }
      },
      {
        "path": "$.duration",
        "default": 8,
        "role": "duration"
      },
      {
        "path": "$.aspect_ratio",
        "default": "16:9",
        "role": "aspectRatio"
      },
      {
        "path": "$.resolution",
        "default": "720p",
        "role": "resolution"
      },
      {
        "path": "$.seed",
        "default": -1,
        "role": "seed"
      },
      {
        "path": "$.webhook_url",
        "role": "webhookUrl",
        "media": {
          "schemes": [
            "http",
            "https"
          ]
        }
      }
    ]
  },
  "google/gemini-omni-flash/text-to-video": {
    "operation": "generateVideo",
    "lineage": "gemini-omni-flash-preview",
    "channel": "unknown",
    "status": "current",
    "capabilities": {
      "duration": [
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10
      ],
      "aspectRatio": [
        "16:9",
        "9:16"
      ],
      "resolution": [
        "720p"
      ],
      "seed": true,
      "webhookUrl": true,
      "requires": [
        "prompt"
      ]
    },
    "inputs": [
      {
        "path": "$.prompt",
        "role": "prompt"
      },
      {
        "path": "$.duration",
        "default": 10,
        "role": "duration"
      },
      {
        "path": "$.aspect_ratio",
        "default": "16:9",
        "role": "aspectRatio"
      },
      {
        "path": "$.resolution",
        "default": "720p",
        "role": "resolution"
      },
      {
        "path": "$.seed",
        "default": -1,
        "role": "seed"
      },
      {
        "path": "$.webhook_url",
        "role": "webhookUrl",
        "media": {
          "schemes": [
            "http",
            "https"
          ]
        }
      }
    ]
  },
  "google/gemini-omni-flash/image-to-video": {
    "operation": "generateVideo",
    "lineage": "gemini-omni-flash-preview",
    "channel": "unknown",
    "status": "current",
    "capabilities": {
      "firstFrame": [
        1
      ],
      "duration": [
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10
      ],
      "aspectRatio": [
        "16:9",
        "9:16"
      ],
      "resolution": [
        "720p"
      ],
      "seed": true,
      "webhookUrl": true,
      "always": [
        "prompt",
        "firstFrame"
      ],
      "requires": []
    },
    "inputs": [
      {
        "path": "$.prompt",
        "role": "prompt"
      },
      {
        "path": "$.image",
        "role": "firstFrame",
        "media": {
          "types": [
            "image/png",
            "image/jpeg",
            "image/webp"
          ],
          "bytes": 20000000,
          "pixels": 128
        }
      },
      {
        "path": "$.duration",
        "default": 10,
        "role": "duration"
      },
      {
        "path": "$.aspect_ratio",
        "default": "16:9",
        "role": "aspectRatio"
      },
      {
        "path": "$.resolution",
        "default": "720p",
        "role": "resolution"
      },
      {
        "path": "$.seed",
        "default": -1,
        "role": "seed"
      },
      {
        "path": "$.webhook_url",
        "role": "webhookUrl",
        "media": {
          "schemes": [
            "http",
            "https"
          ]
        }
      }
    ]
  },
  "google/gemini-omni-flash/reference-to-video": {
    "operation": "generateVideo",
    "lineage": "gemini-omni-flash-preview",
    "channel": "unknown",
    "status": "current",
    "capabilities": {
      "inputReferences": [
        1,
        2,
        3,
        4,
        5
      ],
      "duration": [
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10
      ],
      "aspectRatio": [
        "16:9",
        "9:16"
      ],
      "resolution": [
        "720p"
      ],
      "seed": true,
      "webhookUrl": true,
      "always": [
        "prompt",
        "inputReferences"
      ],
      "requires": []
    },
    "inputs": [
      {
        "path": "$.prompt",
        "role": "prompt"
      },
      {
        "path": "$.images",
        "list": true,
        "role": "inputReferences",
        "media": {
          "types": [
            "image/png",
            "image/jpeg",
            "image/webp"
          ],
          "bytes": 20000000,
          "pixels": 128
        }
      },
      {
        "path": "$.duration",
        "default": 10,
        "role": "duration"
      },
      {
        "path": "$.aspect_ratio",
        "default": "16:9",
        "role": "aspectRatio"
      },
      {
        "path": "$.resolution",
        "default": "720p",
        "role": "resolution"
      },
      {
        "path": "$.seed",
        "default": -1,
        "role": "seed"
      },
      {
        "path": "$.webhook_url",
        "role": "webhookUrl",
        "media": {
          "schemes": [
            "http",
            "https"
          ]
        }
      }
    ]
  },
  "google/gemini-omni-flash/video-edit": {
    "operation": "generateVideo",
    "lineage": "gemini-omni-flash-preview",
    "channel": "unknown",
    "status": "current",
    "capabilities": {
      "video": [
        1
      ],
      "inputReferences": [
        1,
        2,
        3,
        4,
        5
      ],
      "resolution": [
        "720p"
      ],
      "seed": true,
      "webhookUrl": true,
      "always": [
        "prompt",
        "video"
      ],
      "requires": []
    },
    "inputs": [
      {
        "path": "$.prompt",
        "role": "prompt"
      },
      {
        "path": "$.video",
        "role": "video",
        "media": {
          "bytes": 104857600,
          "seconds": [
            0,
            30
          ]
        }
      },
      {
        "path": "$.images",
        "list": true,
        "role": "inputReferences",
        "media": {
          "types": [
            "image/png",
            "image/jpeg",
            "image/webp"
          ],
          "bytes": 20000000,
          "pixels": 128
        }
      },
      {
        "path": "$.resolution",
        "default": "720p",
        "role": "resolution"
      },
      {
        "path": "$.seed",
        "default": -1,
        "role": "seed"
      },
      {
        "path": "$.webhook_url",
        "role": "webhookUrl",
        "media": {
          "schemes": [
            "http",
            "https"
          ]
        }
      }
    ]
  },
  "google/gemini-omni-1.1-flash/text-to-video": {
    "operation": "generateVideo",
    "lineage": "gemini-omni-1.1-flash-preview",
    "version": "1.1",
    "channel": "unknown",
    "status": "current",
    "capabilities": {
      "duration": [
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10
      ],
      "aspectRatio": [
        "16:9",
        "9:16"
      ],
      "resolution": [
        "360p",
        "720p",
        "1080p",
        "4k"
      ],
      "seed": true,
      "webhookUrl": true,
      "requires": [
        "prompt"
      ]
    },
    "inputs": [
      {
        "path": "$.prompt",
        "role": "prompt"
      },
      {
        "path": "$.duration",
        "default": 10,
        "role": "duration"
      },
      {
        "path": "$.aspect_ratio",
        "default": "16:9",
        "role": "aspectRatio"
      },
      {
        "path": "$.resolution",
        "default": "720p",
        "role": "resolution"
      },
      {
        "path": "$.seed",
        "default": -1,
        "role": "seed"
      },
      {
        "path": "$.webhook_url",
        "role": "webhookUrl",
        "media": {
          "schemes": [
            "http",
            "https"
          ]
        }
      }
    ]
  },
  "google/gemini-omni-1.1-flash/image-to-video": {
    "operation": "generateVideo",
    "lineage": "gemini-omni-1.1-flash-preview",
    "version": "1.1",
    "channel": "unknown",
    "status": "current",
    "capabilities": {
      "firstFrame": [
        1
      ],
      "lastFrame": [
        1
      ],
      "duration": [
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10
      ],
      "aspectRatio": [
        "16:9",
        "9:16"
      ],
      "resolution": [
        "360p",
        "720p",
        "1080p",
        "4k"
      ],
      "seed": true,
      "webhookUrl": true,
      "always": [
        "prompt",
        "firstFrame"
      ],
      "requires": []
    },
    "inputs": [
      {
        "path": "$.prompt",
        "role": "prompt"
      },
      {
        "path": "$.image",
        "role": "firstFrame"
      },
      {
        "path": "$.last_image",
        "role": "lastFrame"
      },
      {
        "path": "$.duration",
        "default": 10,
        "role": "duration"
      },
      {
        "path": "$.aspect_ratio",
        "default": "16:9",
        "role": "aspectRatio"
      },
      {
        "path": "$.resolution",
        "default": "720p",
        "role": "resolution"
      },
      {
        "path": "$.seed",
        "default": -1,
        "role": "seed"
      },
      {
        "path": "$.webhook_url",
        "role": "webhookUrl",
        "media": {
          "schemes": [
            "http",
            "https"
          ]
        }
      }
    ]
  },
  "google/gemini-omni-1.1-flash/reference-to-video": {
    "operation": "generateVideo",
    "lineage": "gemini-omni-1.1-flash-preview",
    "version": "1.1",
    "channel": "unknown",
    "status": "current",
    "capabilities": {
      "inputReferences": [
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10
      ],
      "video": [
        1,
        2,
        3
      ],
      "duration": [
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10
      ],
      "aspectRatio": [
        "16:9",
        "9:16"
      ],
      "resolution": [
        "360p",
        "720p",
        "1080p",
        "4k"
      ],
      "seed": true,
      "webhookUrl": true,
      "always": [
        "prompt",
        "inputReferences"
      ],
      "requires": []
    },
    "inputs": [
      {
        "path": "$.prompt",
        "role": "prompt"
      },
      {
        "path": "$.reference_images",
        "list": true,
        "role": "inputReferences"
      },
      {
        "path": "$.reference_videos",
        "list": true,
        "role": "video",
        "media": {
          "types": [
            "video/mp4"
          ],
          "seconds": [
            0,
            3
          ]
        }
      },
      {
        "path": "$.duration",
        "default": 10,
        "role": "duration"
      },
      {
        "path": "$.aspect_ratio",
        "default": "16:9",
        "role": "aspectRatio"
      },
      {
        "path": "$.resolution",
        "default": "720p",
        "role": "resolution"
      },
      {
        "path": "$.seed",
        "default": -1,
        "role": "seed"
      },
      {
        "path": "$.webhook_url",
        "role": "webhookUrl",
        "media": {
          "schemes": [
            "http",
            "https"
          ]
        }
      }
    ]
  },
  "google/gemini-omni-1.1-flash/video-edit": {
    "operation": "generateVideo",
    "lineage": "gemini-omni-1.1-flash-preview",
    "version": "1.1",
    "channel": "unknown",
    "status": "current",
    "capabilities": {
      "video": [
        1
      ],
      "inputReferences": [
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10
      ],
      "seed": true,
      "webhookUrl": true,
      "always": [
        "prompt",
        "video"
      ],
      "requires": []
    },
    "inputs": [
      {
        "path": "$.prompt",
        "role": "prompt"
      },
      {
        "path": "$.video",
        "role": "video",
        "media": {
          "types": [
            "video/mp4"
          ],
          "seconds": [
            0,
            10
          ]
        }
      },
      {
        "path": "$.reference_images",
        "list": true,
        "role": "inputReferences"
      },
      {
        "path": "$.seed",
        "default": -1,
        "role": "seed"
      },
      {
        "path": "$.webhook_url",
        "role": "webhookUrl",
        "media": {
          "schemes": [
            "http",
            "https"
          ]
        }
      }
    ]
  },
  "google/gemini-omni-1.1-flash/video-extend": {
    "operation": "generateVideo",
    "lineage": "gemini-omni-1.1-flash-preview",
    "version": "1.1",
    "channel": "unknown",
    "status": "current",
    "capabilities": {
      "video": [
        1
      ],
      "inputReferences": [
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10
      ],
      "duration": [
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10
      ],
      "resolution": [
        "360p",
        "720p",
        "1080p",
        "4k"
      ],
      "seed": true,
      "webhookUrl": true,
      "always": [
        "prompt",
        "video"
      ],
      "requires": []
    },
    "inputs": [
      {
        "path": "$.prompt",
        "role": "prompt"
      },
      {
        "path": "$.video",
        "role": "video",
        "media": {
          "types": [
            "video/mp4"
          ],
          "seconds": [
            0,
            10
          ]
        }
      },
      {
        "path": "$.reference_images",
        "list": true,
        "role": "inputReferences"
      },
      {
        "path": "$.duration",
        "default": 10,
        "role": "duration"
      },
      {
        "path": "$.resolution",
        "default": "720p",
        "role": "resolution"
      },
      {
        "path": "$.seed",
        "default": -1,
        "role": "seed"
      },
      {
        "path": "$.webhook_url",
        "role": "webhookUrl",
        "media": {
          "schemes": [
            "http",
            "https"
          ]
        }
      }
    ]
  },
  "google/gemini-omni-1.2-flash/text-to-video": {
    "operation": "generateVideo",
    "lineage": "gemini-omni-1.2-flash",
    "version": "1.2",
    "channel": "unknown",
    "status": "current",
    "capabilities": {
      "duration": [
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        11,
        12,
        13,
        14,
        15
      ],
      "resolution": [
        "360p",
        "720p",
        "1080p",
        "4k"
      ],
      "webhookUrl": true,
      "requires": [
        "prompt"
      ]
    },
    "inputs": [
      {
        "path": "$.prompt",
        "role": "prompt"
      },
      {
        "path": "$.duration",
        "role": "duration"
      },
      {
        "path": "$.resolution",
        "role": "resolution"
      },
      {
        "path": "$.webhook_url",
        "role": "webhookUrl",
        "media": {
          "schemes": [
            "http",
            "https"
          ]
        }
      }
    ]
  }
} as const;

export const prices = {
  "google/gemini-omni-flash/text-to-video-developer": {
    "prices": [
      {
        "read": "2026-08-31",
        "source": [
          {
            "title": "Backend that calls Gemini Omni here",
            "url": "https://github.com/madecastro/liquidretail_backend"
          },
          {
            "title": "OpenMontage",
            "url": "https://github.com/calesthio/OpenMontage"
          }
        ],
        "level": "observed",
        "currency": "USD",
        "note": "August 2026, the day and the resolution are not known. Settled prices of 0.75 for 8 s and 0.9 for 10 s were seen as well.",
        "rates": [
          {
            "where": {
              "$.resolution": [
                "4k"
              ]
            },
            "unknown": true
          },
          {
            "perSecond": 0.112
          }
        ]
      },
      {
        "read": "2026-06-02",
        "source": [
          {
            "title": "How to use the Gemini Omni API (Chinese)",
            "url": "https://www.atlascloud.ai/zh/blog/guides/how-to-use-gemini-omni-api"
          }
        ],
        "currency": "USD",
        "note": "The same was seen on 2026-07-29.",
        "rates": [
          {
            "where": {
              "$.resolution": [
                "4k"
              ]
            },
            "perRequest": 1,
            "perSecond": 0.1
          },
          {
            "perRequest": 0.2,
            "perSecond": 0.1
          }
        ]
      }
    ],
    "defaults": {
      "duration": 8,
      "resolution": "720p"
    }
  },
  "google/gemini-omni-flash/image-to-video-developer": {
    "prices": [
      {
        "read": "2026-08-31",
        "source": [
          {
            "title": "Backend that calls Gemini Omni here",
            "url": "https://github.com/madecastro/liquidretail_backend"
          },
          {
            "title": "OpenMontage",
            "url": "https://github.com/calesthio/OpenMontage"
          }
        ],
        "level": "observed",
        "currency": "USD",
        "note": "August 2026, the day and the resolution are not known.",
        "rates": [
          {
            "where": {
              "$.resolution": [
                "4k"
              ]
            },
            "unknown": true
          },
          {
            "perSecond": 0.112
          }
        ]
      },
      {
        "read": "2026-06-02",
        "source": [
          {
            "title": "How to use the Gemini Omni API (Chinese)",
            "url": "https://www.atlascloud.ai/zh/blog/guides/how-to-use-gemini-omni-api"
          }
        ],
        "currency": "USD",
        "note": "The same was seen on 2026-07-29.",
        "rates": [
          {
            "where": {
              "$.resolution": [
                "4k"
              ]
            },
            "perRequest": 1,
            "perSecond": 0.1
          },
          {
            "perRequest": 0.2,
            "perSecond": 0.1
          }
        ]
      }
    ],
    "defaults": {
      "duration": 8,
      "resolution": "720p"
    }
  },
  "google/gemini-omni-flash/reference-to-video-developer": {
    "prices": [
      {
        "read": "2026-08-31",
        "source": [
          {
            "title": "Backend that calls Gemini Omni here",
            "url": "https://github.com/madecastro/liquidretail_backend"
          },
          {
            "title": "OpenMontage",
            "url": "https://github.com/calesthio/OpenMontage"
          }
        ],
        "level": "observed",
        "currency": "USD",
        "note": "August 2026, the day and the resolution are not known.",
        "rates": [
          {
            "where": {
              "$.resolution": [
                "4k"
              ]
            },
            "unknown": true
          },
          {
            "perSecond": 0.12
          }
        ]
      },
      {
        "read": "2026-07-29",
        "source": [
          {
            "title": "Backend that calls Gemini Omni here",
            "url": "https://github.com/madecastro/liquidretail_backend"
          },
          {
            "title": "OpenMontage",
            "url": "https://github.com/calesthio/OpenMontage"
          }
        ],
        "level": "observed",
        "currency": "USD",
        "note": "Flat, whatever the length.",
        "rates": [
          {
            "where": {
              "$.resolution": [
                "4k"
              ]
            },
            "perRequest": 2.4
          },
          {
            "perRequest": 1.6
          }
        ]
      }
    ],
    "defaults": {
      "duration": 8,
      "resolution": "720p"
    }
  },
  "google/gemini-omni-flash/text-to-video": {
    "prices": [
      {
        "read": "2026-08-31",
        "source": [
          {
            "title": "Backend that calls Gemini Omni here",
            "url": "https://github.com/madecastro/liquidretail_backend"
          },
          {
            "title": "OpenMontage",
            "url": "https://github.com/calesthio/OpenMontage"
          }
        ],
        "level": "observed",
        "currency": "USD",
        "note": "August 2026, the day is not known.",
        "rates": [
          {
            "perSecond": 0.125
          }
        ]
      }
    ],
    "defaults": {
      "duration": 10
    }
  },
  "google/gemini-omni-flash/image-to-video": {
    "prices": [
      {
        "read": "2026-08-31",
        "source": [
          {
            "title": "Backend that calls Gemini Omni here",
            "url": "https://github.com/madecastro/liquidretail_backend"
          },
          {
            "title": "OpenMontage",
            "url": "https://github.com/calesthio/OpenMontage"
          }
        ],
        "level": "observed",
        "currency": "USD",
        "note": "August 2026, the day is not known. At least 3 s are counted.",
        "rates": [
          {
            "perSecond": 0.13
          }
        ]
      }
    ],
    "defaults": {
      "duration": 10
    }
  },
  "google/gemini-omni-flash/reference-to-video": {
    "prices": [
      {
        "read": "2026-08-31",
        "source": [
          {
            "title": "Backend that calls Gemini Omni here",
            "url": "https://github.com/madecastro/liquidretail_backend"
          },
          {
            "title": "OpenMontage",
            "url": "https://github.com/calesthio/OpenMontage"
          }
        ],
        "level": "observed",
        "currency": "USD",
        "note": "August 2026, the day is not known.",
        "rates": [
          {
            "perSecond": 0.135
          }
        ]
      }
    ],
    "defaults": {
      "duration": 10
    }
  },
  "google/gemini-omni-flash/video-edit": {
    "prices": [
      {
        "read": "2026-08-31",
        "source": [
          {
            "title": "Backend that calls Gemini Omni here",
            "url": "https://github.com/madecastro/liquidretail_backend"
          },
          {
            "title": "OpenMontage",
            "url": "https://github.com/calesthio/OpenMontage"
          }
        ],
        "level": "observed",
        "currency": "USD",
        "note": "August 2026, the day is not known. Counted on the length of the clip, held to 3 to 30 s.",
        "rates": [
          {
            "perInputSecond": 0.14,
            "counted": [
              3,
              30
            ]
          }
        ]
      }
    ]
  },
  "google/gemini-omni-1.1-flash/text-to-video": {
    "prices": []
  },
  "google/gemini-omni-1.1-flash/image-to-video": {
    "prices": []
  },
  "google/gemini-omni-1.1-flash/reference-to-video": {
    "prices": []
  },
  "google/gemini-omni-1.1-flash/video-edit": {
    "prices": []
  },
  "google/gemini-omni-1.1-flash/video-extend": {
    "prices": []
  },
  "google/gemini-omni-1.2-flash/text-to-video": {
    "prices": [
      {
        "read": "2026-11-20",
        "source": [
          {
            "title": "Page of Gemini Omni 1.2 Flash",
            "url": "https://www.atlascloud.ai/models/google/gemini-omni-1.2-flash/text-to-video"
          }
        ],
        "currency": "USD",
        "rates": [
          {
            "perSecond": 0.025
          }
        ]
      }
    ]
  }
} as const satisfies Readonly<Record<string, ModelPrices>>;

/** The rest of the lifecycle: how webhooks tell of a task. */
export const events = {
  "webhooks": {
    "taskFinished": {
      "as": "event"
    }
  },
  "representations": {
    "event": {
      "first": [
        {
          "where": {
            "$.status": [
              "ERROR"
            ],
            "$.payload.status": [
              "canceled",
              "cancelled"
            ]
          },
          "is": "cancelled"
        },
        {
          "where": {
            "$.status": [
              "ERROR"
            ]
          },
          "is": "failed"
        }
      ],
      "states": {
        "queued": [
          "starting",
          "queued",
          "created",
          "pending"
        ],
        "in_progress": [
          "processing",
          "running"
        ],
        "completed": [
          "completed",
          "succeeded",
          "success",
          "OK"
        ],
        "failed": [
          "failed",
          "error",
          "timeout",
          "ERROR"
        ],
        "cancelled": [
          "canceled",
          "cancelled"
        ]
      },
      "state": [
        "$.payload.status",
        "$.status"
      ],
      "id": [
        "$.session_id",
        "$.payload.id"
      ],
      "model": "$.payload.model",
      "elapsedSeconds": "$.payload.metrics.predict_time",
      "videos": [
        {
          "each": "$.payload.outputs[*]",
          "url": "@"
        },
        {
          "url": [
            "$.payload.output[*]",
            "$.payload.output"
          ]
        }
      ],
      "cost": [
        {
          "at": "$.payload.price",
          "currency": "USD"
        }
      ],
      "error": {
        "message": [
          "$.payload.error",
          "$.error"
        ],
        "code": "$.payload.error_code"
      },
      "failures": [
        {
          "where": {
            "$.payload.error_code": [
              1039
            ]
          },
          "error": "content_policy"
        }
      ]
    }
  }
} as const satisfies Pick<Lifecycle, "webhooks" | "representations">;

export const webhooks = {
  "taskFinished": {
    "signature": {
      "algorithm": "ed25519",
      "key": {
        "jwks": "getWebhookKeys",
        "id": "X-AtlasCloud-Webhook-Key-Id"
      },
      "header": "X-AtlasCloud-Webhook-Signature-Ed25519",
      "encoding": "base64url",
      "signed": "{header:X-AtlasCloud-Webhook-Timestamp}.{body}",
      "timestamp": {
        "header": "X-AtlasCloud-Webhook-Timestamp",
        "format": "unix-seconds"
      },
      "tolerance": 300,
      "deliveryId": "$.session_id"
    }
  }
} as const;
