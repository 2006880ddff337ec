// Generated from specs/apimart/ by `npm run generate`. Do not edit: change the YAML and run it again.

import type { Service } from "@omni-contracts/core";
import type { Lifecycle, ModelPrices, Operation } from "@omni-contracts/core/language";

export const service = {
  "provider": "apimart",
  "servers": [
    "https://api.apimart.ai",
    "https://api.apib.ai",
    "https://api.aiuxu.com",
    "https://api.aishuch.com"
  ],
  "envKey": "APIMART_API_KEY",
  "publicOperations": []
} as const satisfies Service;

export const operations = {
  "createVideoGeneration": {
    "method": "post",
    "path": "/v1/videos/generations",
    "outcomes": [
      {
        "http": 200,
        "where": {
          "$.code": [
            200
          ]
        },
        "has": "$.data[0].task_id",
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
        "http": 409,
        "outcome": "unknown",
        "error": "submission_unknown",
        "advice": "In progress: wait as Retry-After says and send the same key and body again. Indeterminate: stop retrying and keep the key."
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
        "advice": "Lower the frequency of requests."
      },
      {
        "http": 503,
        "where": {
          "$.error.type": [
            "idempotency_unavailable"
          ]
        },
        "outcome": "rejected",
        "error": "provider_unavailable"
      },
      {
        "http": 503,
        "where": {
          "$.error.code": [
            "idempotency_unavailable"
          ]
        },
        "outcome": "rejected",
        "error": "provider_unavailable"
      }
    ]
  },
  "getTask": {
    "method": "get",
    "path": "/v1/tasks/{task_id}",
    "errors": [
      {
        "http": 400,
        "where": {
          "$.error.type": [
            "invalid_request_error"
          ]
        },
        "error": "task_not_found"
      }
    ]
  },
  "uploadImage": {
    "method": "post",
    "path": "/v1/uploads/images"
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
              "pattern": "Authorization|Failed to get token info"
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
              "pattern": "Authorization|Failed to get token info"
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
          ]
        },
        "error": "provider_unavailable"
      }
    ]
  },
  "getUsage": {
    "method": "get",
    "path": "/v1/usage"
  },
  "getUsageAlias": {
    "method": "get",
    "path": "/usage"
  },
  "listModels": {
    "method": "get",
    "path": "/v1/models"
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
      "pending",
      "submitted"
    ],
    "in_progress": [
      "processing",
      "in_progress"
    ],
    "completed": [
      "completed"
    ],
    "failed": [
      "failed"
    ],
    "cancelled": [
      "cancelled"
    ]
  },
  "submit": {
    "createVideoGeneration": {
      "handle": {
        "id": "$.data[0].task_id"
      },
      "read": "getTask",
      "as": "receipt"
    }
  },
  "read": {
    "getTask": {
      "with": {
        "path.task_id": "id"
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
    ],
    "requestId": [
      "$.request_id",
      {
        "header": "X-Oneapi-Request-Id"
      }
    ]
  },
  "result": {
    "lifetime": 86400,
    "auth": "none"
  },
  "poll": {
    "first": 5,
    "every": [
      5,
      10
    ],
    "giveUp": 600,
    "typical": 180
  },
  "upload": {
    "uploadImage": {
      "file": "file",
      "url": "$.url",
      "lifetime": 259200,
      "media": {
        "types": [
          "image/jpeg",
          "image/png",
          "image/webp",
          "image/gif"
        ],
        "bytes": 20971520
      }
    }
  },
  "balance": {
    "getTokenBalance": {
      "amount": "$.remain_balance",
      "unit": "account currency",
      "unlimited": "$.unlimited_quota"
    },
    "getUserBalance": {
      "amount": "$.remain_balance",
      "unit": "account currency",
      "unlimited": "$.unlimited_quota"
    }
  },
  "representations": {
    "task": {
      "id": "$.data.id",
      "state": "$.data.status",
      "progress": {
        "at": "$.data.progress",
        "of": 100
      },
      "createdAt": {
        "at": "$.data.created",
        "format": "unix-seconds"
      },
      "completedAt": {
        "at": "$.data.completed",
        "format": "unix-seconds"
      },
      "estimatedSeconds": "$.data.estimated_time",
      "elapsedSeconds": "$.data.actual_time",
      "videos": [
        {
          "each": "$.data.result.videos[*]",
          "url": [
            "@.url[*]",
            "@.url"
          ],
          "expiresAt": {
            "at": "@.expires_at",
            "format": "unix-seconds"
          }
        }
      ],
      "cost": [
        {
          "at": "$.data.cost",
          "currency": "USD"
        },
        {
          "at": "$.data.credits_cost",
          "currency": "credits"
        }
      ],
      "error": {
        "message": "$.data.error.message",
        "code": [
          "$.data.error.type",
          "$.data.error.code"
        ]
      }
    }
  }
} as const satisfies Lifecycle;

export const models = {
  "gemini-omni-flash-preview": {
    "operation": "createVideoGeneration",
    "lineage": "gemini-omni-flash-preview",
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
        10,
        11,
        12,
        13,
        14,
        15,
        16
      ],
      "video": [
        1
      ],
      "aspectRatio": [
        "16:9",
        "9:16"
      ],
      "resolution": [
        "720p"
      ],
      "previousTask": true,
      "webhookUrl": true,
      "requires": [
        "prompt",
        "inputReferences",
        "video"
      ],
      "excludes": [
        [
          "video",
          "previousTask"
        ]
      ]
    },
    "inputs": [
      {
        "path": "$.prompt",
        "role": "prompt"
      },
      {
        "path": "$.image_urls",
        "list": true,
        "role": "inputReferences",
        "media": {
          "types": [
            "image/jpeg",
            "image/png"
          ],
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
          "seconds": [
            1,
            24
          ],
          "schemes": [
            "http",
            "https",
            "data"
          ]
        }
      },
      {
        "path": "$.aspect_ratio",
        "default": "16:9",
        "role": "aspectRatio",
        "effect": {
          "coercedTo": "16:9"
        }
      },
      {
        "path": "$.resolution",
        "default": "720p",
        "role": "resolution"
      },
      {
        "path": "$.extend_from_task_id",
        "role": "previousTask"
      },
      {
        "path": "$.webhook",
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
  "Omni-Flash-Ext": {
    "operation": "createVideoGeneration",
    "aliases": [
      "gemini-omni-1.1-flash-ext"
    ],
    "lineage": "gemini-omni-1.1-flash",
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
        "path": "$.webhook",
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
  "gemini-omni-1.1-flash": {
    "operation": "createVideoGeneration",
    "lineage": "gemini-omni-1.1-flash",
    "version": "1.1",
    "channel": "unknown",
    "status": "current",
    "capabilities": {
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
      "firstFrame": [
        1
      ],
      "lastFrame": [
        1
      ],
      "video": [
        1
      ],
      "previousTask": true,
      "webhookUrl": true,
      "requires": [
        "prompt",
        "inputReferences",
        "firstFrame",
        "video"
      ],
      "excludes": [
        [
          "video",
          "previousTask"
        ]
      ],
      "needs": [
        [
          "lastFrame",
          "firstFrame"
        ]
      ]
    },
    "inputs": [
      {
        "path": "$.prompt",
        "role": "prompt"
      },
      {
        "path": "$.resolution",
        "default": "720p",
        "role": "resolution",
        "values": {
          "2160p": "4k"
        }
      },
      {
        "path": "$.aspect_ratio",
        "default": "16:9",
        "role": "aspectRatio",
        "effect": {
          "coercedTo": "16:9"
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
        "path": "$.first_frame_image",
        "role": "firstFrame",
        "media": {
          "schemes": [
            "http",
            "https"
          ]
        }
      },
      {
        "path": "$.last_frame_image",
        "role": "lastFrame",
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
          "seconds": [
            0,
            10
          ],
          "schemes": [
            "http",
            "https"
          ]
        }
      },
      {
        "path": "$.extend_from_task_id",
        "role": "previousTask"
      },
      {
        "path": "$.webhook",
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
  "gemini-omni-flash-preview": {
    "prices": [
      {
        "read": "2026-09-08",
        "source": [
          {
            "title": "Prices (Chinese)",
            "url": "https://apimart.ai/zh/pricing"
          }
        ],
        "level": "reported",
        "currency": "USD",
        "note": "List price shown: 0.11. The service chooses 3 to 10 s. What input video costs is not told.",
        "rates": [
          {
            "has": "$.video_urls[0]",
            "unknown": true
          },
          {
            "perSecond": 0.088,
            "counted": [
              3,
              10
            ]
          }
        ]
      }
    ]
  },
  "Omni-Flash-Ext": {
    "prices": [
      {
        "read": "2026-09-08",
        "source": [
          {
            "title": "Prices (Chinese)",
            "url": "https://apimart.ai/zh/pricing"
          }
        ],
        "level": "reported",
        "currency": "USD",
        "note": "With a reference video 0.08, and 0.24 for 4k, were noted on 2026-08-22 without a unit.",
        "rates": [
          {
            "has": "$.video_urls[0]",
            "unknown": true
          },
          {
            "where": {
              "$.resolution": [
                "4k",
                "4K"
              ],
              "$.duration": [
                4
              ]
            },
            "perRequest": 0.75
          },
          {
            "where": {
              "$.resolution": [
                "4k",
                "4K"
              ],
              "$.duration": [
                6
              ]
            },
            "perRequest": 0.8
          },
          {
            "where": {
              "$.resolution": [
                "4k",
                "4K"
              ],
              "$.duration": [
                8
              ]
            },
            "perRequest": 0.85
          },
          {
            "where": {
              "$.resolution": [
                "4k",
                "4K"
              ],
              "$.duration": [
                10
              ]
            },
            "perRequest": 0.9
          },
          {
            "where": {
              "$.resolution": [
                "360p",
                "360P"
              ],
              "$.duration": [
                4
              ]
            },
            "perRequest": 0.15
          },
          {
            "where": {
              "$.resolution": [
                "360p",
                "360P"
              ],
              "$.duration": [
                6
              ]
            },
            "perRequest": 0.175
          },
          {
            "where": {
              "$.resolution": [
                "360p",
                "360P"
              ],
              "$.duration": [
                8
              ]
            },
            "perRequest": 0.2
          },
          {
            "where": {
              "$.resolution": [
                "360p",
                "360P"
              ],
              "$.duration": [
                10
              ]
            },
            "perRequest": 0.225
          },
          {
            "where": {
              "$.duration": [
                4
              ]
            },
            "perRequest": 0.25
          },
          {
            "where": {
              "$.duration": [
                6
              ]
            },
            "perRequest": 0.3
          },
          {
            "where": {
              "$.duration": [
                8
              ]
            },
            "perRequest": 0.35
          },
          {
            "where": {
              "$.duration": [
                10
              ]
            },
            "perRequest": 0.4
          }
        ]
      }
    ],
    "defaults": {
      "duration": 6,
      "resolution": "720p"
    }
  },
  "gemini-omni-1.1-flash": {
    "prices": [
      {
        "read": "2026-09-12",
        "source": [
          {
            "title": "Prices (Chinese)",
            "url": "https://apimart.ai/zh/pricing"
          }
        ],
        "level": "inferred",
        "currency": "USD",
        "note": "Shown as estimates for 10 s (0.296, 0.88, 1.32, 2.64) and settled on actual use; divided by ten here. The service chooses 3 to 10 s.",
        "rates": [
          {
            "where": {
              "$.resolution": [
                "360p"
              ]
            },
            "perSecond": 0.0296,
            "counted": [
              3,
              10
            ]
          },
          {
            "where": {
              "$.resolution": [
                "1080p"
              ]
            },
            "perSecond": 0.132,
            "counted": [
              3,
              10
            ]
          },
          {
            "where": {
              "$.resolution": [
                "4k",
                "2160p"
              ]
            },
            "perSecond": 0.264,
            "counted": [
              3,
              10
            ]
          },
          {
            "perSecond": 0.088,
            "counted": [
              3,
              10
            ]
          }
        ]
      }
    ],
    "defaults": {
      "resolution": "720p"
    }
  }
} as const satisfies Readonly<Record<string, ModelPrices>>;

/** The rest of the lifecycle: how webhooks tell of a task. */
export const events = {
  "webhooks": {
    "taskFinished": {
      "as": "event",
      "target": "{url}/callback"
    }
  },
  "representations": {
    "event": {
      "id": [
        "$.id",
        "$.data.id"
      ],
      "state": [
        "$.status",
        "$.data.status"
      ],
      "progress": {
        "at": [
          "$.progress",
          "$.data.progress"
        ],
        "of": 100
      },
      "createdAt": {
        "at": [
          "$.created",
          "$.data.created"
        ],
        "format": "unix-seconds"
      },
      "completedAt": {
        "at": [
          "$.completed",
          "$.data.completed"
        ],
        "format": "unix-seconds"
      },
      "estimatedSeconds": [
        "$.estimated_time",
        "$.data.estimated_time"
      ],
      "elapsedSeconds": [
        "$.actual_time",
        "$.data.actual_time"
      ],
      "videos": [
        {
          "each": "$.result.videos[*]",
          "url": [
            "@.url[*]",
            "@.url"
          ],
          "expiresAt": {
            "at": "@.expires_at",
            "format": "unix-seconds"
          }
        },
        {
          "each": "$.data.result.videos[*]",
          "url": [
            "@.url[*]",
            "@.url"
          ],
          "expiresAt": {
            "at": "@.expires_at",
            "format": "unix-seconds"
          }
        }
      ],
      "cost": [
        {
          "at": [
            "$.cost",
            "$.data.cost"
          ],
          "currency": "USD"
        },
        {
          "at": [
            "$.credits_cost",
            "$.data.credits_cost"
          ],
          "currency": "credits"
        }
      ],
      "error": {
        "message": [
          "$.error.message",
          "$.data.error.message"
        ],
        "code": [
          "$.error.type",
          "$.error.code",
          "$.data.error.type",
          "$.data.error.code"
        ]
      }
    }
  }
} as const satisfies Pick<Lifecycle, "webhooks" | "representations">;

export const webhooks = {
  "taskFinished": {
    "signature": "none"
  }
} as const;
