// Generated from specs/apimart/ by `npm run generate`. Do not edit: change the YAML and run it again.

import type { RequestSchema } from "@omni-contracts/core/language";

export const requestSchemas = {
  "createVideoGeneration": {
    "type": "object",
    "oneOf": [
      {
        "type": "object",
        "required": [
          "model"
        ],
        "properties": {
          "model": {
            "type": "string",
            "enum": [
              "gemini-omni-flash-preview"
            ]
          },
          "prompt": {
            "type": "string",
            "minLength": 1
          },
          "image_urls": {
            "type": "array",
            "maxItems": 16,
            "items": {
              "type": "string",
              "pattern": "^https?://"
            }
          },
          "video_urls": {
            "type": "array",
            "maxItems": 1,
            "items": {
              "type": "string",
              "pattern": "^(https?://|data:video/)"
            }
          },
          "aspect_ratio": {
            "type": "string",
            "enum": [
              "16:9",
              "9:16"
            ]
          },
          "resolution": {
            "type": "string",
            "enum": [
              "720p"
            ]
          },
          "extend_from_task_id": {
            "type": "string",
            "minLength": 1
          },
          "nsfw_check": {
            "type": "boolean"
          },
          "webhook": {
            "type": "string",
            "format": "uri",
            "pattern": "^https?://"
          },
          "language": {
            "type": "string"
          }
        },
        "allOf": [
          {
            "description": "Give at least one of `prompt`, `image_urls` and `video_urls`.",
            "anyOf": [
              {
                "type": "object",
                "required": [
                  "prompt"
                ],
                "properties": {
                  "prompt": {
                    "type": "string",
                    "minLength": 1
                  }
                }
              },
              {
                "type": "object",
                "required": [
                  "image_urls"
                ],
                "properties": {
                  "image_urls": {
                    "type": "array",
                    "minItems": 1
                  }
                }
              },
              {
                "type": "object",
                "required": [
                  "video_urls"
                ],
                "properties": {
                  "video_urls": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 1
                  }
                }
              }
            ]
          },
          {
            "description": "`video_urls` and `extend_from_task_id` exclude each other; leave one out.",
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "extend_from_task_id": {
                    "not": {},
                    "description": "Not beside a video."
                  }
                }
              },
              {
                "type": "object",
                "properties": {
                  "video_urls": {
                    "type": "array",
                    "maxItems": 0
                  }
                }
              }
            ]
          }
        ],
        "additionalProperties": false
      },
      {
        "type": "object",
        "required": [
          "model",
          "prompt"
        ],
        "properties": {
          "model": {
            "type": "string",
            "enum": [
              "Omni-Flash-Ext",
              "gemini-omni-1.1-flash-ext"
            ]
          },
          "prompt": {
            "type": "string",
            "minLength": 1
          },
          "duration": {
            "type": "integer",
            "enum": [
              4,
              6,
              8,
              10
            ]
          },
          "resolution": {
            "type": "string",
            "enum": [
              "360p",
              "720p",
              "1080p",
              "4k",
              "360P",
              "720P",
              "1080P",
              "4K"
            ]
          },
          "aspect_ratio": {
            "type": "string",
            "enum": [
              "16:9",
              "9:16"
            ]
          },
          "size": {
            "type": "string",
            "enum": [
              "16:9",
              "9:16"
            ]
          },
          "generation_type": {
            "type": "string",
            "enum": [
              "frame",
              "reference"
            ]
          },
          "image_urls": {
            "type": "array",
            "maxItems": 3,
            "items": {
              "type": "string",
              "pattern": "^https?://"
            }
          },
          "video_urls": {
            "type": "array",
            "maxItems": 1,
            "items": {
              "type": "string",
              "pattern": "^https?://"
            }
          },
          "nsfw_check": {
            "type": "boolean"
          },
          "webhook": {
            "type": "string",
            "format": "uri",
            "pattern": "^https?://"
          },
          "language": {
            "type": "string"
          }
        },
        "allOf": [
          {
            "description": "Leave `duration` out when `video_urls` holds a video; the video sets the length.",
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "video_urls": {
                    "type": "array",
                    "maxItems": 0
                  }
                }
              },
              {
                "type": "object",
                "required": [
                  "video_urls"
                ],
                "properties": {
                  "video_urls": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 1
                  },
                  "duration": {
                    "not": {},
                    "description": "Not beside a reference video."
                  }
                }
              }
            ]
          },
          {
            "description": "Send 1 image in `image_urls` with `generation_type` `frame`, 1 or 3 with `reference`, and none, 1 or 3 without it; never 2.",
            "anyOf": [
              {
                "type": "object",
                "required": [
                  "generation_type",
                  "image_urls"
                ],
                "properties": {
                  "generation_type": {
                    "type": "string",
                    "enum": [
                      "frame"
                    ]
                  },
                  "image_urls": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 1
                  }
                }
              },
              {
                "type": "object",
                "required": [
                  "generation_type",
                  "image_urls"
                ],
                "properties": {
                  "generation_type": {
                    "type": "string",
                    "enum": [
                      "reference"
                    ]
                  },
                  "image_urls": {
                    "anyOf": [
                      {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 1
                      },
                      {
                        "type": "array",
                        "minItems": 3,
                        "maxItems": 3
                      }
                    ]
                  }
                }
              },
              {
                "type": "object",
                "properties": {
                  "generation_type": {
                    "not": {},
                    "description": "Only with images."
                  },
                  "image_urls": {
                    "anyOf": [
                      {
                        "type": "array",
                        "maxItems": 0
                      },
                      {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 1
                      },
                      {
                        "type": "array",
                        "minItems": 3,
                        "maxItems": 3
                      }
                    ]
                  }
                }
              }
            ]
          },
          {
            "description": "`size` and `aspect_ratio` must be equal when both are sent; leave `size` out.",
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "size": {
                    "not": {},
                    "description": "Only when it equals the aspect ratio."
                  }
                }
              },
              {
                "type": "object",
                "properties": {
                  "aspect_ratio": {
                    "not": {},
                    "description": "Only when it equals the size."
                  }
                }
              },
              {
                "type": "object",
                "properties": {
                  "size": {
                    "type": "string",
                    "enum": [
                      "16:9"
                    ]
                  },
                  "aspect_ratio": {
                    "type": "string",
                    "enum": [
                      "16:9"
                    ]
                  }
                }
              },
              {
                "type": "object",
                "properties": {
                  "size": {
                    "type": "string",
                    "enum": [
                      "9:16"
                    ]
                  },
                  "aspect_ratio": {
                    "type": "string",
                    "enum": [
                      "9:16"
                    ]
                  }
                }
              }
            ]
          }
        ],
        "additionalProperties": false
      },
      {
        "type": "object",
        "required": [
          "model"
        ],
        "properties": {
          "model": {
            "type": "string",
            "enum": [
              "gemini-omni-1.1-flash"
            ]
          },
          "prompt": {
            "type": "string",
            "minLength": 1
          },
          "resolution": {
            "type": "string",
            "enum": [
              "360p",
              "720p",
              "1080p",
              "4k",
              "2160p"
            ]
          },
          "aspect_ratio": {
            "type": "string",
            "enum": [
              "16:9",
              "9:16"
            ]
          },
          "image_urls": {
            "type": "array",
            "maxItems": 10,
            "items": {
              "type": "string",
              "pattern": "^https?://"
            }
          },
          "first_frame_image": {
            "type": "string",
            "pattern": "^https?://"
          },
          "last_frame_image": {
            "type": "string",
            "pattern": "^https?://"
          },
          "image_with_roles": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "url",
                "role"
              ],
              "properties": {
                "url": {
                  "type": "string",
                  "pattern": "^https?://"
                },
                "role": {
                  "type": "string",
                  "enum": [
                    "first_frame",
                    "last_frame",
                    "reference"
                  ]
                }
              },
              "additionalProperties": false
            }
          },
          "video_urls": {
            "type": "array",
            "maxItems": 1,
            "items": {
              "type": "string",
              "pattern": "^https?://"
            }
          },
          "extend_from_task_id": {
            "type": "string",
            "minLength": 1
          },
          "metadata": {
            "type": "object",
            "properties": {
              "task": {
                "type": "string",
                "enum": [
                  "text_to_video",
                  "image_to_video",
                  "reference_to_video",
                  "edit",
                  "extend"
                ]
              }
            },
            "additionalProperties": false
          },
          "webhook": {
            "type": "string",
            "format": "uri",
            "pattern": "^https?://"
          },
          "language": {
            "type": "string"
          }
        },
        "allOf": [
          {
            "description": "Give at least one of `prompt`, `image_urls`, `first_frame_image`, `image_with_roles` and `video_urls`.",
            "anyOf": [
              {
                "type": "object",
                "required": [
                  "prompt"
                ],
                "properties": {
                  "prompt": {
                    "type": "string",
                    "minLength": 1
                  }
                }
              },
              {
                "type": "object",
                "required": [
                  "image_urls"
                ],
                "properties": {
                  "image_urls": {
                    "type": "array",
                    "minItems": 1
                  }
                }
              },
              {
                "type": "object",
                "required": [
                  "first_frame_image"
                ],
                "properties": {
                  "first_frame_image": {
                    "type": "string"
                  }
                }
              },
              {
                "type": "object",
                "required": [
                  "image_with_roles"
                ],
                "properties": {
                  "image_with_roles": {
                    "type": "array",
                    "minItems": 1
                  }
                }
              },
              {
                "type": "object",
                "required": [
                  "video_urls"
                ],
                "properties": {
                  "video_urls": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 1
                  }
                }
              }
            ]
          },
          {
            "description": "`video_urls` and `extend_from_task_id` exclude each other; leave one out.",
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "extend_from_task_id": {
                    "not": {},
                    "description": "Not beside a video."
                  }
                }
              },
              {
                "type": "object",
                "properties": {
                  "video_urls": {
                    "type": "array",
                    "maxItems": 0
                  }
                }
              }
            ]
          },
          {
            "description": "`last_frame_image` needs `first_frame_image`; add it or leave both out.",
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "last_frame_image": {
                    "not": {},
                    "description": "Not without a first frame."
                  }
                }
              },
              {
                "type": "object",
                "required": [
                  "first_frame_image"
                ],
                "properties": {
                  "first_frame_image": {
                    "type": "string"
                  }
                }
              }
            ]
          },
          {
            "description": "Send at most 10 images, `first_frame_image` and `last_frame_image` counted; shorten `image_urls`.",
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "first_frame_image": {
                    "not": {},
                    "description": "Not in this form."
                  },
                  "last_frame_image": {
                    "not": {},
                    "description": "Not in this form."
                  }
                }
              },
              {
                "type": "object",
                "properties": {
                  "last_frame_image": {
                    "not": {},
                    "description": "Not in this form."
                  },
                  "image_urls": {
                    "type": "array",
                    "maxItems": 9
                  }
                }
              },
              {
                "type": "object",
                "properties": {
                  "image_urls": {
                    "type": "array",
                    "maxItems": 8
                  }
                }
              }
            ]
          }
        ],
        "additionalProperties": false
      }
    ],
    "discriminator": {
      "propertyName": "model",
      "mapping": {
        "gemini-omni-flash-preview": 0,
        "Omni-Flash-Ext": 1,
        "gemini-omni-1.1-flash-ext": 1,
        "gemini-omni-1.1-flash": 2
      }
    }
  }
} as const satisfies Readonly<Record<string, RequestSchema>>;
