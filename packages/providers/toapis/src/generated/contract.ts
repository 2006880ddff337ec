// Generated from specs/toapis/ by `npm run generate`. Do not edit: change the YAML and run it again.

import type { Service } from "@omni-contracts/core";
import type { Lifecycle, ModelPrices, Operation } from "@omni-contracts/core/language";

export const service = {
  "provider": "toapis",
  "servers": [
    "https://toapis.com",
    "https://toapis.cn"
  ],
  "envKey": "TOAPIS_API_KEY",
  "publicOperations": []
} as const satisfies Service;

export const operations = {
  "createVideoGeneration": {
    "method": "post",
    "path": "/v1/videos/generations",
    "outcomes": [
      {
        "http": 200,
        "has": "$.id",
        "outcome": "accepted"
      },
      {
        "http": [
          "4XX",
          "5XX"
        ],
        "where": {
          "$.error.code": [
            "webhook_not_configured"
          ]
        },
        "outcome": "rejected",
        "error": "invalid_request"
      },
      {
        "http": 400,
        "outcome": "rejected",
        "error": "invalid_request",
        "advice": "Send it again only after correcting it."
      },
      {
        "http": 401,
        "outcome": "rejected",
        "error": "authentication",
        "advice": "Correct the key first; rotate it if this persists."
      },
      {
        "http": 402,
        "outcome": "rejected",
        "error": "insufficient_credits"
      },
      {
        "http": 422,
        "outcome": "rejected",
        "error": "content_policy"
      },
      {
        "http": 429,
        "outcome": "rejected",
        "error": "rate_limited",
        "resend": {
          "after": "Retry-After",
          "else": [
            1,
            2,
            4
          ]
        },
        "advice": "Exponential backoff with jitter, e.g. 1, 2, 4 s; then lower the pressure."
      },
      {
        "http": 503,
        "where": {
          "$.error.code": [
            "rate_limit_unavailable"
          ]
        },
        "outcome": "rejected",
        "error": "provider_unavailable",
        "resend": {
          "after": "Retry-After",
          "else": [
            2,
            4,
            8
          ]
        }
      },
      {
        "http": 500,
        "outcome": "unknown",
        "error": "submission_unknown",
        "advice": "Send it again 2 or 3 times with short delays, then ask support; keep the request id."
      }
    ]
  },
  "getVideoGeneration": {
    "method": "get",
    "path": "/v1/videos/generations/{task_id}",
    "errors": [
      {
        "http": 404,
        "error": "task_not_found"
      }
    ]
  },
  "createVideo": {
    "method": "post",
    "path": "/v1/videos",
    "outcomes": [
      {
        "http": 200,
        "has": "$.id",
        "outcome": "accepted"
      },
      {
        "http": [
          "4XX",
          "5XX"
        ],
        "where": {
          "$.error.code": [
            "webhook_not_configured"
          ]
        },
        "outcome": "rejected",
        "error": "invalid_request"
      },
      {
        "http": 400,
        "outcome": "rejected",
        "error": "invalid_request",
        "advice": "Send it again only after correcting it."
      },
      {
        "http": 401,
        "outcome": "rejected",
        "error": "authentication",
        "advice": "Correct the key first; rotate it if this persists."
      },
      {
        "http": 402,
        "outcome": "rejected",
        "error": "insufficient_credits"
      },
      {
        "http": 422,
        "outcome": "rejected",
        "error": "content_policy"
      },
      {
        "http": 429,
        "outcome": "rejected",
        "error": "rate_limited",
        "resend": {
          "after": "Retry-After",
          "else": [
            1,
            2,
            4
          ]
        },
        "advice": "Exponential backoff with jitter, e.g. 1, 2, 4 s; then lower the pressure."
      },
      {
        "http": 503,
        "where": {
          "$.error.code": [
            "rate_limit_unavailable"
          ]
        },
        "outcome": "rejected",
        "error": "provider_unavailable",
        "resend": {
          "after": "Retry-After",
          "else": [
            2,
            4,
            8
          ]
        }
      },
      {
        "http": 500,
        "outcome": "unknown",
        "error": "submission_unknown",
        "advice": "Send it again 2 or 3 times with short delays, then ask support; keep the request id."
      }
    ]
  },
  "getVideo": {
    "method": "get",
    "path": "/v1/videos/{id}",
    "errors": [
      {
        "http": 404,
        "error": "task_not_found"
      }
    ]
  },
  "uploadImage": {
    "method": "post",
    "path": "/v1/uploads/images"
  },
  "uploadVideo": {
    "method": "post",
    "path": "/v1/uploads/videos"
  },
  "getTokenBalance": {
    "method": "get",
    "path": "/v1/balance",
    "errors": [
      {
        "http": 200,
        "where": {
          "$.success": [
            false
          ],
          "$.message": [
            {
              "pattern": "Authorization|record not found"
            }
          ]
        },
        "error": "authentication"
      },
      {
        "http": 200,
        "where": {
          "$.success": [
            false
          ]
        },
        "error": "provider_unavailable"
      }
    ]
  },
  "getTokenBalanceAlias": {
    "method": "get",
    "path": "/balance",
    "errors": [
      {
        "http": 200,
        "where": {
          "$.success": [
            false
          ],
          "$.message": [
            {
              "pattern": "Authorization|record not found"
            }
          ]
        },
        "error": "authentication"
      },
      {
        "http": 200,
        "where": {
          "$.success": [
            false
          ]
        },
        "error": "provider_unavailable"
      }
    ]
  },
  "getUserBalance": {
    "method": "get",
    "path": "/v1/user/balance",
    "errors": [
      {
        "http": 200,
        "where": {
          "$.success": [
            false
          ],
          "$.message": [
            {
              "pattern": "Authorization"
            }
          ]
        },
        "error": "authentication"
      },
      {
        "http": 200,
        "where": {
          "$.success": [
            false
          ]
        },
        "error": "provider_unavailable"
      }
    ]
  },
  "getUserBalanceAlias": {
    "method": "get",
    "path": "/user/balance",
    "errors": [
      {
        "http": 200,
        "where": {
          "$.success": [
            false
          ],
          "$.message": [
            {
              "pattern": "Authorization"
            }
          ]
        },
        "error": "authentication"
      },
      {
        "http": 200,
        "where": {
          "$.success": [
            false
          ]
        },
        "error": "provider_unavailable"
      }
    ]
  },
  "listModels": {
    "method": "get",
    "path": "/v1/models"
  },
  "listPrices": {
    "method": "get",
    "path": "/v1/pricing",
    "errors": [
      {
        "http": 404,
        "error": "model_not_found"
      }
    ]
  }
} as const satisfies Readonly<Record<string, Operation>>;

export const lifecycle = {
  "charge": {
    "at": "unknown",
    "failed": "unknown"
  },
  "states": {
    "queued": [
      "queued",
      "submitted"
    ],
    "in_progress": [
      "in_progress"
    ],
    "completed": [
      "completed"
    ],
    "failed": [
      "failed"
    ]
  },
  "submit": {
    "createVideoGeneration": {
      "handle": {
        "id": "$.id",
        "reference": {
          "request": "$.client_business_id"
        }
      },
      "read": "getVideoGeneration",
      "as": "task"
    },
    "createVideo": {
      "handle": {
        "id": "$.id"
      },
      "read": "getVideo",
      "as": "task"
    }
  },
  "read": {
    "getVideoGeneration": {
      "with": {
        "path.task_id": [
          "id",
          "reference"
        ]
      },
      "as": "task"
    },
    "getVideo": {
      "with": {
        "path.id": "id"
      },
      "as": "task"
    }
  },
  "errors": {
    "message": [
      "$.error.message",
      "$.message"
    ],
    "code": [
      "$.error.type",
      "$.error.code"
    ]
  },
  "result": {
    "lifetime": 86400
  },
  "poll": {
    "first": 5,
    "every": [
      5,
      15
    ],
    "giveUp": 600,
    "typical": 180,
    "perMinute": 3000,
    "submitsPerMinute": 300
  },
  "upload": {
    "uploadImage": {
      "file": "file",
      "url": "$.data.url",
      "media": {
        "types": [
          "image/jpeg",
          "image/png",
          "image/webp",
          "image/gif"
        ],
        "bytes": 10485760
      }
    },
    "uploadVideo": {
      "file": "file",
      "url": "$.data.url",
      "media": {
        "types": [
          "video/mp4",
          "video/webm",
          "video/quicktime"
        ],
        "bytes": 52428800
      }
    }
  },
  "balance": {
    "getTokenBalance": {
      "amount": "$.remain_credits",
      "unit": "credits",
      "unlimited": "$.unlimited_quota"
    },
    "getUserBalance": {
      "amount": "$.remain_credits",
      "unit": "credits",
      "unlimited": "$.unlimited_quota"
    }
  },
  "representations": {
    "task": {
      "id": "$.id",
      "model": "$.model",
      "state": "$.status",
      "progress": {
        "at": "$.progress",
        "of": 100
      },
      "createdAt": {
        "at": "$.created_at",
        "format": "unix-seconds"
      },
      "completedAt": {
        "at": "$.completed_at",
        "format": "unix-seconds"
      },
      "videos": [
        {
          "each": "$.result.data[*]",
          "url": "@.url",
          "expiresAt": {
            "at": "$.expires_at",
            "format": "unix-seconds"
          }
        },
        {
          "url": "$.video_url",
          "expiresAt": {
            "at": "$.expires_at",
            "format": "unix-seconds"
          }
        }
      ],
      "cost": [
        {
          "at": "$.billing.cost_usd",
          "currency": "USD"
        },
        {
          "at": "$.billing.credits",
          "currency": "credits"
        }
      ],
      "error": {
        "message": "$.error.message",
        "code": "$.error.code"
      },
      "failures": [
        {
          "where": {
            "$.error.code": [
              "content_policy_violation"
            ]
          },
          "error": "content_policy"
        },
        {
          "where": {
            "$.error.message": [
              {
                "pattern": "content[ _]policy"
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
  "gemini_omni": {
    "operation": "createVideoGeneration",
    "lineage": "gemini-omni-flash",
    "channel": "unknown",
    "status": "legacy",
    "capabilities": {
      "aspectRatio": [
        "16:9",
        "9:16"
      ],
      "duration": [
        6,
        10
      ],
      "resolution": [
        "720p"
      ],
      "clientReference": true,
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
        "path": "$.aspect_ratio",
        "default": "16:9",
        "role": "aspectRatio"
      },
      {
        "path": "$.duration",
        "default": 6,
        "role": "duration"
      },
      {
        "path": "$.resolution",
        "default": "720P",
        "role": "resolution",
        "values": {
          "720P": "720p"
        }
      },
      {
        "path": "$.client_business_id",
        "role": "clientReference"
      },
      {
        "path": "$.callback_url",
        "role": "webhookUrl",
        "media": {
          "schemes": [
            "https"
          ]
        }
      }
    ]
  },
  "gemini_omni_flash": {
    "operation": "createVideoGeneration",
    "lineage": "gemini-omni-flash",
    "channel": "unknown",
    "status": "legacy",
    "capabilities": {
      "aspectRatio": [
        "16:9",
        "9:16"
      ],
      "duration": [
        4,
        6,
        10
      ],
      "resolution": [
        "720p",
        "1080p"
      ],
      "inputReferences": [
        1,
        3
      ],
      "clientReference": true,
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
        "path": "$.aspect_ratio",
        "default": "16:9",
        "role": "aspectRatio"
      },
      {
        "path": "$.duration",
        "default": 6,
        "role": "duration"
      },
      {
        "path": "$.resolution",
        "default": "720P",
        "role": "resolution",
        "values": {
          "720P": "720p"
        }
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
      },
      {
        "path": "$.client_business_id",
        "role": "clientReference"
      },
      {
        "path": "$.callback_url",
        "role": "webhookUrl",
        "media": {
          "schemes": [
            "https"
          ]
        }
      }
    ]
  },
  "gemini-omni-flash": {
    "operation": "createVideoGeneration",
    "lineage": "gemini-omni-flash",
    "channel": "unofficial",
    "status": "legacy",
    "successor": "gemini-omni-flash-preview-official",
    "capabilities": {
      "aspectRatio": [
        "16:9",
        "9:16"
      ],
      "duration": [
        4,
        6,
        10
      ],
      "resolution": [
        "720p",
        "1080p"
      ],
      "inputReferences": [
        1,
        2,
        3
      ],
      "clientReference": true,
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
        "path": "$.aspect_ratio",
        "default": "16:9",
        "role": "aspectRatio"
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
        "path": "$.image_urls",
        "list": true,
        "role": "inputReferences",
        "media": {
          "schemes": [
            "http",
            "https"
          ]
        }
      },
      {
        "path": "$.client_business_id",
        "role": "clientReference"
      },
      {
        "path": "$.callback_url",
        "role": "webhookUrl",
        "media": {
          "schemes": [
            "https"
          ]
        }
      }
    ]
  },
  "gemini-omni-flash-preview-official": {
    "operation": "createVideoGeneration",
    "lineage": "gemini-omni-flash-preview",
    "channel": "official",
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
        10
      ],
      "aspectRatio": [
        "16:9",
        "9:16"
      ],
      "resolution": [
        "720p"
      ],
      "firstFrame": [
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
      "video": [
        1,
        2,
        3
      ],
      "clientReference": true,
      "webhookUrl": true,
      "requires": [
        "prompt"
      ],
      "excludes": [
        [
          "firstFrame",
          "inputReferences"
        ],
        [
          "firstFrame",
          "video"
        ],
        [
          "inputReferences",
          "video"
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
        "path": "$.image_urls",
        "list": true,
        "role": "firstFrame",
        "where": {
          "$.metadata.task": [
            "image_to_video"
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
          "$.metadata.task": [
            "reference_to_video"
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
        "path": "$.video_list[*].video_url",
        "role": "video",
        "media": {
          "bytes": 52428800,
          "schemes": [
            "https",
            "data"
          ]
        }
      },
      {
        "path": "$.client_business_id",
        "role": "clientReference"
      },
      {
        "path": "$.callback_url",
        "role": "webhookUrl",
        "media": {
          "schemes": [
            "https"
          ]
        }
      }
    ]
  },
  "gemini-omni-1.1-flash-preview-official": {
    "operation": "createVideoGeneration",
    "lineage": "gemini-omni-1.1-flash-preview",
    "version": "1.1",
    "channel": "official",
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
      "resolution": [
        "360p",
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
      "clientReference": true,
      "webhookUrl": true,
      "requires": [
        "prompt"
      ],
      "excludes": [
        [
          "firstFrame",
          "inputReferences"
        ],
        [
          "firstFrame",
          "video"
        ],
        [
          "inputReferences",
          "video"
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
        "role": "resolution",
        "values": {
          "4K": "4k"
        }
      },
      {
        "path": "$.aspect_ratio",
        "default": "16:9",
        "role": "aspectRatio"
      },
      {
        "path": "$.image_urls",
        "list": true,
        "role": "firstFrame",
        "where": {
          "$.metadata.task": [
            "image_to_video"
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
          "$.metadata.task": [
            "reference_to_video"
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
        "path": "$.video_list[*].video_url",
        "role": "video",
        "media": {
          "types": [
            "video/mp4",
            "video/quicktime"
          ],
          "bytes": 52428800,
          "schemes": [
            "https",
            "data"
          ]
        }
      },
      {
        "path": "$.client_business_id",
        "role": "clientReference"
      },
      {
        "path": "$.callback_url",
        "role": "webhookUrl",
        "media": {
          "schemes": [
            "https"
          ]
        }
      }
    ]
  },
  "gemini-omni-1.1-flash-preview": {
    "operation": "createVideo",
    "lineage": "gemini-omni-1.1-flash-preview",
    "version": "1.1",
    "channel": "unknown",
    "status": "current",
    "capabilities": {
      "duration": [
        10
      ],
      "resolution": [
        "720p"
      ],
      "aspectRatio": [
        "16:9",
        "9:16"
      ],
      "inputReferences": [
        1,
        2,
        3,
        4,
        5
      ],
      "clientReference": true,
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
        "path": "$.resolution",
        "default": "720p",
        "role": "resolution"
      },
      {
        "path": "$.aspect_ratio",
        "default": "16:9",
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
      },
      {
        "path": "$.client_business_id",
        "role": "clientReference"
      },
      {
        "path": "$.callback_url",
        "role": "webhookUrl",
        "media": {
          "schemes": [
            "https"
          ]
        }
      }
    ]
  },
  "gemini-omni-1.1-flash-preview-vip": {
    "operation": "createVideo",
    "lineage": "gemini-omni-1.1-flash-preview",
    "version": "1.1",
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
        "360p",
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
      "clientReference": true,
      "webhookUrl": true,
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
        "role": "resolution",
        "values": {
          "360P": "360p",
          "720P": "720p",
          "1080P": "1080p",
          "4K": "4k"
        }
      },
      {
        "path": "$.aspect_ratio",
        "default": "16:9",
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
      },
      {
        "path": "$.client_business_id",
        "role": "clientReference"
      },
      {
        "path": "$.callback_url",
        "role": "webhookUrl",
        "media": {
          "schemes": [
            "https"
          ]
        }
      }
    ]
  }
} as const;

export const prices = {
  "gemini_omni": {
    "prices": []
  },
  "gemini_omni_flash": {
    "prices": []
  },
  "gemini-omni-flash": {
    "prices": []
  },
  "gemini-omni-flash-preview-official": {
    "prices": []
  },
  "gemini-omni-1.1-flash-preview-official": {
    "prices": [
      {
        "read": "2026-11-20",
        "source": [
          {
            "title": "Gemini Omni 1.1 Flash preview official (Chinese)",
            "url": "https://docs.toapis.com/docs/cn/api-reference/videos/gemini-omni-1.1-flash-preview-official/generation"
          }
        ],
        "currency": "USD",
        "rates": [
          {
            "where": {
              "$.resolution": [
                "360p"
              ]
            },
            "perSecond": 0.027034,
            "perInputSecond": 0.00695
          },
          {
            "where": {
              "$.resolution": [
                "1080p"
              ]
            },
            "perSecond": 0.121632,
            "perInputSecond": 0.00695
          },
          {
            "where": {
              "$.resolution": [
                "4K"
              ]
            },
            "perSecond": 0.243264,
            "perInputSecond": 0.00695
          },
          {
            "perSecond": 0.081088,
            "perInputSecond": 0.00695
          }
        ]
      }
    ],
    "defaults": {
      "duration": 6,
      "resolution": "720p"
    }
  },
  "gemini-omni-1.1-flash-preview": {
    "prices": []
  },
  "gemini-omni-1.1-flash-preview-vip": {
    "prices": []
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
      "states": {
        "completed": [
          "SUCCESS"
        ],
        "failed": [
          "FAILURE"
        ]
      },
      "id": "$.data.task_id",
      "model": "$.data.model",
      "state": "$.data.status",
      "progress": {
        "at": "$.data.progress",
        "of": 100
      },
      "createdAt": {
        "at": "$.data.submitted_at",
        "format": "unix-seconds"
      },
      "completedAt": {
        "at": "$.data.finished_at",
        "format": "unix-seconds"
      },
      "videos": [
        {
          "each": "$.data.result.data[*]",
          "url": "@.url"
        }
      ],
      "cost": [
        {
          "at": "$.data.billing.cost_usd",
          "currency": "USD"
        },
        {
          "at": "$.data.billing.credits",
          "currency": "credits"
        }
      ],
      "error": {
        "message": "$.data.error.message",
        "code": "$.data.error.code"
      },
      "failures": [
        {
          "where": {
            "$.data.error.code": [
              "content_policy_violation"
            ]
          },
          "error": "content_policy"
        },
        {
          "where": {
            "$.data.error.message": [
              {
                "pattern": "content[ _]policy"
              }
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
      "algorithm": "hmac-sha256",
      "key": "secret",
      "header": "X-ToAPIs-Webhook-Signature",
      "encoding": "hex",
      "prefix": "v1=",
      "separator": ",",
      "signed": "{header:X-ToAPIs-Webhook-Id}.{header:X-ToAPIs-Webhook-Timestamp}.{body}",
      "timestamp": {
        "header": "X-ToAPIs-Webhook-Timestamp",
        "format": "unix-seconds"
      },
      "tolerance": 300,
      "deliveryId": {
        "header": "X-ToAPIs-Webhook-Id"
      }
    }
  }
} as const;
