// Generated from specs/jimmyai/ by `npm run generate`. Do not edit: change the YAML and run it again.

import type { RequestSchema } from "@omni-contracts/core/language";

export const requestSchemas = {
  "createGeminiOmniVideo": {
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
              "Gemini-Omini",
              "Omni-Flash-Ext",
              "gemini-omni"
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
              "720p",
              "1080p",
              "4k"
            ]
          },
          "aspect_ratio": {
            "type": "string",
            "enum": [
              "16:9",
              "9:16"
            ]
          },
          "orientation": {
            "type": "string",
            "enum": [
              "landscape",
              "portrait"
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
          "images": {
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
            "description": "Send 1 image in `image_urls` with `generation_type` `frame`, and none, 1 or 3 with `reference` or without it; never 2. The same holds for `images`, which counts when `image_urls` is empty.",
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
                  "images"
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
                    "maxItems": 0
                  },
                  "images": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 1
                  }
                }
              },
              {
                "type": "object",
                "required": [
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
                    "type": "string",
                    "enum": [
                      "reference"
                    ]
                  },
                  "image_urls": {
                    "type": "array",
                    "maxItems": 0
                  },
                  "images": {
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
              "omni-10s"
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
              "720p",
              "1080p",
              "4k"
            ]
          },
          "aspect_ratio": {
            "type": "string",
            "enum": [
              "16:9",
              "9:16"
            ]
          },
          "orientation": {
            "type": "string",
            "enum": [
              "landscape",
              "portrait"
            ]
          },
          "image_urls": {
            "type": "array",
            "maxItems": 7,
            "items": {
              "type": "string",
              "pattern": "^https?://"
            }
          },
          "images": {
            "type": "array",
            "maxItems": 7,
            "items": {
              "type": "string",
              "pattern": "^https?://"
            }
          }
        },
        "additionalProperties": false
      }
    ],
    "discriminator": {
      "propertyName": "model",
      "mapping": {
        "Gemini-Omini": 0,
        "Omni-Flash-Ext": 0,
        "gemini-omni": 0,
        "omni-10s": 1
      }
    }
  }
} as const satisfies Readonly<Record<string, RequestSchema>>;
