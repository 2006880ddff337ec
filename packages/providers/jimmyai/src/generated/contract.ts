// Generated from specs/jimmyai/ by `npm run generate`. Do not edit: change the YAML and run it again.

import type { Service } from "@omni-contracts/core";
import type { Lifecycle, ModelPrices, Operation } from "@omni-contracts/core/language";

export const service = {
  "provider": "jimmyai",
  "servers": [
    "https://www.jimmyai.cn",
    "https://api.viraltok.ai",
    "https://www.jimiai.com"
  ],
  "envKey": "JIMMYAI_API_KEY",
  "publicOperations": []
} as const satisfies Service;

export const operations = {
  "createGeminiOmniVideo": {
    "method": "post",
    "path": "/api/open-api/v1/gemini/omni/videos",
    "outcomes": [
      {
        "http": 200,
        "where": {
          "$.code": [
            "20000",
            20000
          ]
        },
        "has": "$.data.task_id",
        "outcome": "accepted"
      },
      {
        "http": 200,
        "has": "$.task_id",
        "outcome": "accepted"
      },
      {
        "http": 200,
        "where": {
          "$.code": [
            "20001",
            20001
          ]
        },
        "outcome": "rejected",
        "error": "authentication"
      },
      {
        "http": 200,
        "where": {
          "$.code": [
            "20002",
            20002
          ]
        },
        "outcome": "rejected",
        "error": "invalid_request"
      },
      {
        "http": 200,
        "where": {
          "$.code": [
            "-1",
            -1
          ]
        },
        "outcome": "unknown",
        "error": "submission_unknown",
        "advice": "Retry after 5, 10 and 20 seconds, says the provider's client."
      }
    ]
  },
  "getVideo": {
    "method": "get",
    "path": "/api/open-api/v1/videos/{taskId}",
    "errors": [
      {
        "http": 200,
        "where": {
          "$.code": [
            "20001",
            20001
          ]
        },
        "error": "authentication"
      },
      {
        "http": 200,
        "where": {
          "$.code": [
            "20002",
            20002
          ]
        },
        "error": "task_not_found"
      },
      {
        "http": 200,
        "where": {
          "$.code": [
            "-1",
            -1
          ]
        },
        "error": "provider_unavailable",
        "advice": "Retry after 5, 10 and 20 seconds."
      },
      {
        "http": 200,
        "where": {
          "$.code": [
            {
              "pattern": "^(?!20000$)"
            }
          ]
        },
        "error": "provider_unavailable"
      }
    ]
  },
  "uploadFile": {
    "method": "post",
    "path": "/api/open-api/v1/files/upload",
    "errors": [
      {
        "http": 200,
        "where": {
          "$.code": [
            "20001",
            20001
          ]
        },
        "error": "authentication"
      },
      {
        "http": 200,
        "where": {
          "$.code": [
            "20002",
            20002
          ]
        },
        "error": "invalid_request"
      },
      {
        "http": 200,
        "where": {
          "$.code": [
            "-1",
            -1
          ]
        },
        "error": "provider_unavailable",
        "advice": "Retry after 5, 10 and 20 seconds."
      },
      {
        "http": 200,
        "where": {
          "$.code": [
            {
              "pattern": "^(?!20000$)"
            }
          ]
        },
        "error": "provider_unavailable"
      }
    ]
  },
  "getUserBalance": {
    "method": "get",
    "path": "/api/open-api/v1/user/balance",
    "errors": [
      {
        "http": 200,
        "where": {
          "$.code": [
            "20001",
            20001
          ]
        },
        "error": "authentication"
      },
      {
        "http": 200,
        "where": {
          "$.code": [
            "-1",
            -1
          ]
        },
        "error": "provider_unavailable",
        "advice": "Retry after 5, 10 and 20 seconds."
      },
      {
        "http": 200,
        "where": {
          "$.code": [
            {
              "pattern": "^(?!20000$)"
            }
          ]
        },
        "error": "provider_unavailable"
      }
    ]
  },
  "getKeyBalance": {
    "method": "get",
    "path": "/api/open-api/v1/key/balance",
    "errors": [
      {
        "http": 200,
        "where": {
          "$.code": [
            "20001",
            20001
          ]
        },
        "error": "authentication"
      },
      {
        "http": 200,
        "where": {
          "$.code": [
            "-1",
            -1
          ]
        },
        "error": "provider_unavailable",
        "advice": "Retry after 5, 10 and 20 seconds."
      },
      {
        "http": 200,
        "where": {
          "$.code": [
            {
              "pattern": "^(?!20000$)"
            }
          ]
        },
        "error": "provider_unavailable"
      }
    ]
  }
} as const satisfies Readonly<Record<string, Operation>>;

export const lifecycle = {
  "charge": {
    "at": "unknown",
    "failed": "unknown",
    "cancelled": "unknown"
  },
  "states": {
    "queued": [
      "queued",
      "pending",
      "submitted"
    ],
    "in_progress": [
      "processing"
    ],
    "completed": [
      "completed",
      "success"
    ],
    "failed": [
      "failed"
    ],
    "cancelled": [
      "canceled",
      "cancelled"
    ]
  },
  "submit": {
    "createGeminiOmniVideo": {
      "handle": {
        "id": [
          "$.data.task_id",
          "$.task_id"
        ]
      },
      "read": "getVideo",
      "as": "receipt"
    }
  },
  "read": {
    "getVideo": {
      "with": {
        "path.taskId": "id"
      },
      "as": "task"
    }
  },
  "errors": {
    "message": "$.msg",
    "code": "$.code"
  },
  "result": {
    "lifetime": 259200,
    "auth": "none"
  },
  "poll": {
    "first": 10,
    "every": [
      5,
      15
    ],
    "giveUp": 1800
  },
  "upload": {
    "uploadFile": {
      "file": "file",
      "url": "$.data.url",
      "lifetime": 259200,
      "media": {
        "types": [
          "image/jpeg",
          "image/png",
          "image/gif",
          "image/webp",
          "image/bmp",
          "image/svg+xml",
          "video/mp4",
          "video/quicktime",
          "video/x-msvideo",
          "video/webm",
          "video/x-matroska",
          "video/x-m4v",
          "video/x-flv",
          "audio/mpeg",
          "audio/wav",
          "audio/aac",
          "audio/mp4",
          "audio/flac",
          "audio/ogg"
        ],
        "bytes": 104857600
      }
    }
  },
  "balance": {
    "getUserBalance": {
      "amount": "$.data.available",
      "unit": "JimiCoin"
    },
    "getKeyBalance": {
      "amount": "$.data.available_quota",
      "unit": "JimiCoin",
      "unlimited": "$.data.unlimited"
    }
  },
  "representations": {
    "task": {
      "id": [
        "$.data.task_id",
        "$.task_id"
      ],
      "model": [
        "$.data.model",
        "$.model"
      ],
      "state": [
        "$.data.status",
        "$.status"
      ],
      "progress": {
        "at": [
          "$.data.progress",
          "$.progress"
        ],
        "of": 100
      },
      "videos": [
        {
          "url": [
            "$.data.result.video_url",
            "$.result.video_url"
          ]
        }
      ],
      "error": {
        "message": [
          "$.data.error_message",
          "$.error_message"
        ]
      },
      "failures": [
        {
          "where": {
            "$.data.error_message": [
              {
                "pattern": "^PROVIDER_MODERATION_ERROR"
              }
            ]
          },
          "error": "content_policy"
        }
      ]
    }
  }
} as const satisfies Lifecycle;

export const models = {
  "Gemini-Omini": {
    "operation": "createGeminiOmniVideo",
    "aliases": [
      "Omni-Flash-Ext",
      "gemini-omni"
    ],
    "lineage": "gemini-omni-flash",
    "channel": "unknown",
    "status": "current",
    "capabilities": {
      "duration": [
        4,
        6,
        8,
        10
      ],
      "resolution": [
        "720p",
        "1080p",
        "4k"
      ],
      "aspectRatio": [
        "16:9",
        "9:16"
      ],
      "firstFrame": [
        1
      ],
      "inputReferences": [
        1,
        3
      ],
      "video": [
        1
      ],
      "requires": [
        "prompt"
      ],
      "excludes": [
        [
          "duration",
          "video"
        ],
        [
          "firstFrame",
          "inputReferences"
        ]
      ]
    },
    "inputs": [
      {
        "path": "$.prompt",
        "role": "prompt"
      },
      {
        "path": "$.duration",
        "default": 6,
        "role": "duration"
      },
      {
        "path": "$.resolution",
        "default": "720p",
        "role": "resolution"
      },
      {
        "path": "$.aspect_ratio",
        "role": "aspectRatio"
      },
      {
        "path": "$.image_urls",
        "list": true,
        "role": "firstFrame",
        "where": {
          "$.generation_type": [
            "frame"
          ]
        },
        "media": {
          "schemes": [
            "http",
            "https"
          ]
        }
      },
      {
        "path": "$.image_urls",
        "list": true,
        "role": "inputReferences",
        "where": {
          "$.generation_type": [
            "reference"
          ]
        },
        "media": {
          "schemes": [
            "http",
            "https"
          ]
        }
      },
      {
        "path": "$.video_urls",
        "list": true,
        "role": "video",
        "media": {
          "schemes": [
            "http",
            "https"
          ]
        }
      }
    ]
  },
  "omni-10s": {
    "operation": "createGeminiOmniVideo",
    "lineage": "gemini-omni-flash",
    "channel": "unknown",
    "status": "current",
    "capabilities": {
      "aspectRatio": [
        "16:9",
        "9:16"
      ],
      "inputReferences": [
        1,
        2,
        3,
        4,
        5,
        6,
        7
      ],
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
        "role": "duration",
        "effect": "ignored"
      },
      {
        "path": "$.resolution",
        "role": "resolution",
        "effect": "ignored"
      },
      {
        "path": "$.aspect_ratio",
        "role": "aspectRatio"
      },
      {
        "path": "$.image_urls",
        "list": true,
        "role": "inputReferences",
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
  "Gemini-Omini": {
    "prices": []
  },
  "omni-10s": {
    "prices": [],
    "billed": {
      "duration": 10,
      "resolution": "720p"
    }
  }
} as const satisfies Readonly<Record<string, ModelPrices>>;

/** The rest of the lifecycle: how webhooks tell of a task. */
export const events = {
  "webhooks": {},
  "representations": {}
} as const satisfies Pick<Lifecycle, "webhooks" | "representations">;

export const webhooks = {} as const;
