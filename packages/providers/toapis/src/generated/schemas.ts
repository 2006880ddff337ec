// Generated from specs/toapis/ by `npm run generate`. Do not edit: change the YAML and run it again.

import type { RequestSchema } from "@omni-contracts/core/language";

export const requestSchemas = {
  "createVideoGeneration": {
    "type": "object",
    "oneOf": [
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
              "gemini_omni"
            ]
          },
          "prompt": {
            "type": "string",
            "minLength": 1
          },
          "aspect_ratio": {
            "type": "string",
            "enum": [
              "16:9",
              "9:16"
            ]
          },
          "duration": {
            "type": "integer",
            "enum": [
              6,
              10
            ]
          },
          "resolution": {
            "type": "string",
            "enum": [
              "720P"
            ]
          },
          "client_business_id": {
            "type": "string",
            "minLength": 1
          },
          "callback_url": {
            "type": "string",
            "format": "uri",
            "pattern": "^https://"
          }
        },
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
              "gemini_omni_flash"
            ]
          },
          "prompt": {
            "type": "string",
            "minLength": 1
          },
          "aspect_ratio": {
            "type": "string",
            "enum": [
              "16:9",
              "9:16"
            ]
          },
          "duration": {
            "type": "integer",
            "enum": [
              4,
              6,
              10
            ]
          },
          "resolution": {
            "type": "string",
            "enum": [
              "720P",
              "1080p"
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
          "client_business_id": {
            "type": "string",
            "minLength": 1
          },
          "callback_url": {
            "type": "string",
            "format": "uri",
            "pattern": "^https://"
          }
        },
        "allOf": [
          {
            "description": "`resolution` 1080p needs `aspect_ratio` 16:9; choose 16:9, or leave `resolution` out.",
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "resolution": {
                    "type": "string",
                    "enum": [
                      "720P",
                      "720p"
                    ]
                  }
                }
              },
              {
                "type": "object",
                "properties": {
                  "aspect_ratio": {
                    "type": "string",
                    "enum": [
                      "16:9"
                    ]
                  }
                }
              }
            ]
          },
          {
            "description": "Send none, 1 or 3 images in `image_urls`; 2 are not supported.",
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "image_urls": {
                    "type": "array",
                    "maxItems": 0
                  }
                }
              },
              {
                "type": "object",
                "properties": {
                  "image_urls": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 1
                  }
                }
              },
              {
                "type": "object",
                "properties": {
                  "image_urls": {
                    "type": "array",
                    "minItems": 3,
                    "maxItems": 3
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
              "gemini-omni-flash"
            ]
          },
          "prompt": {
            "type": "string",
            "minLength": 1
          },
          "aspect_ratio": {
            "type": "string",
            "enum": [
              "16:9",
              "9:16"
            ]
          },
          "duration": {
            "type": "integer",
            "enum": [
              4,
              6,
              10
            ]
          },
          "resolution": {
            "type": "string",
            "enum": [
              "720p",
              "1080p"
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
          "client_business_id": {
            "type": "string",
            "minLength": 1
          },
          "callback_url": {
            "type": "string",
            "format": "uri",
            "pattern": "^https://"
          }
        },
        "allOf": [
          {
            "description": "`resolution` 1080p needs `aspect_ratio` 16:9; choose 16:9, or leave `resolution` out.",
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "resolution": {
                    "type": "string",
                    "enum": [
                      "720P",
                      "720p"
                    ]
                  }
                }
              },
              {
                "type": "object",
                "properties": {
                  "aspect_ratio": {
                    "type": "string",
                    "enum": [
                      "16:9"
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
          "model",
          "prompt"
        ],
        "properties": {
          "model": {
            "type": "string",
            "enum": [
              "gemini-omni-flash-preview-official"
            ]
          },
          "prompt": {
            "type": "string",
            "minLength": 1
          },
          "duration": {
            "type": "integer",
            "minimum": 1,
            "maximum": 10
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
          "image_urls": {
            "type": "array",
            "maxItems": 10,
            "items": {
              "type": "string",
              "pattern": "^https?://"
            }
          },
          "video_list": {
            "type": "array",
            "maxItems": 3,
            "items": {
              "type": "object",
              "required": [
                "video_url"
              ],
              "properties": {
                "video_url": {
                  "type": "string",
                  "pattern": "^(https://|data:)"
                }
              },
              "additionalProperties": false
            }
          },
          "metadata": {
            "type": "object",
            "properties": {
              "temperature": {
                "type": "number",
                "minimum": 0,
                "maximum": 2
              },
              "topP": {
                "type": "number",
                "minimum": 0,
                "maximum": 1
              },
              "top_p": {
                "type": "number",
                "minimum": 0,
                "maximum": 1
              },
              "candidateCount": {},
              "candidate_count": {},
              "previous_interaction_id": {
                "type": "string",
                "minLength": 1
              },
              "task": {
                "type": "string",
                "enum": [
                  "text_to_video",
                  "image_to_video",
                  "reference_to_video",
                  "edit"
                ]
              }
            },
            "additionalProperties": false
          },
          "client_business_id": {
            "type": "string",
            "minLength": 1
          },
          "callback_url": {
            "type": "string",
            "format": "uri",
            "pattern": "^https://"
          }
        },
        "allOf": [
          {
            "description": "`image_urls` and `video_list` exclude each other; leave one out.",
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "video_list": {
                    "type": "array",
                    "maxItems": 0
                  }
                }
              },
              {
                "type": "object",
                "properties": {
                  "image_urls": {
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
              "gemini-omni-1.1-flash-preview-official"
            ]
          },
          "prompt": {
            "type": "string",
            "minLength": 1
          },
          "duration": {
            "type": "integer",
            "minimum": 3,
            "maximum": 10
          },
          "resolution": {
            "type": "string",
            "enum": [
              "360p",
              "720p",
              "1080p",
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
          "image_urls": {
            "type": "array",
            "maxItems": 10,
            "items": {
              "type": "string",
              "pattern": "^https?://"
            }
          },
          "video_list": {
            "type": "array",
            "maxItems": 3,
            "items": {
              "type": "object",
              "required": [
                "video_url"
              ],
              "properties": {
                "video_url": {
                  "type": "string",
                  "pattern": "^(https://|data:)"
                }
              },
              "additionalProperties": false
            }
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
                  "edit"
                ]
              }
            },
            "additionalProperties": false
          },
          "client_business_id": {
            "type": "string",
            "minLength": 1
          },
          "callback_url": {
            "type": "string",
            "format": "uri",
            "pattern": "^https://"
          }
        },
        "allOf": [
          {
            "description": "`image_urls` and `video_list` exclude each other; leave one out.",
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "video_list": {
                    "type": "array",
                    "maxItems": 0
                  }
                }
              },
              {
                "type": "object",
                "properties": {
                  "image_urls": {
                    "type": "array",
                    "maxItems": 0
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
        "gemini_omni": 0,
        "gemini_omni_flash": 1,
        "gemini-omni-flash": 2,
        "gemini-omni-flash-preview-official": 3,
        "gemini-omni-1.1-flash-preview-official": 4
      }
    }
  },
  "createVideo": {
    "type": "object",
    "oneOf": [
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
              "gemini-omni-1.1-flash-preview"
            ]
          },
          "prompt": {
            "type": "string",
            "minLength": 1
          },
          "duration": {
            "type": "integer",
            "enum": [
              10
            ]
          },
          "resolution": {
            "type": "string",
            "enum": [
              "720p"
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
            "maxItems": 5,
            "items": {
              "type": "string",
              "pattern": "^https?://"
            }
          },
          "client_business_id": {
            "type": "string",
            "minLength": 1
          },
          "callback_url": {
            "type": "string",
            "format": "uri",
            "pattern": "^https://"
          }
        },
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
              "gemini-omni-1.1-flash-preview-vip"
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
          "client_business_id": {
            "type": "string",
            "minLength": 1
          },
          "callback_url": {
            "type": "string",
            "format": "uri",
            "pattern": "^https://"
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
          }
        ],
        "additionalProperties": false
      }
    ],
    "discriminator": {
      "propertyName": "model",
      "mapping": {
        "gemini-omni-1.1-flash-preview": 0,
        "gemini-omni-1.1-flash-preview-vip": 1
      }
    }
  }
} as const satisfies Readonly<Record<string, RequestSchema>>;
