// Generated from specs/atlascloud/ by `npm run generate`. Do not edit: change the YAML and run it again.

import type { RequestSchema } from "@omni-contracts/core/language";

export const requestSchemas = {
  "generateVideo": {
    "type": "object",
    "anyOf": [
      {
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
                  "google/gemini-omni-flash/text-to-video-developer"
                ]
              },
              "prompt": {
                "type": "string",
                "minLength": 1,
                "maxLength": 20000
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
                  "720p",
                  "1080p",
                  "4k"
                ]
              },
              "seed": {
                "type": "integer",
                "minimum": -1,
                "maximum": 2147483647
              },
              "webhook_url": {
                "type": "string",
                "format": "uri",
                "pattern": "^https?://"
              }
            },
            "additionalProperties": false
          },
          {
            "type": "object",
            "required": [
              "model",
              "prompt",
              "images"
            ],
            "properties": {
              "model": {
                "type": "string",
                "enum": [
                  "google/gemini-omni-flash/image-to-video-developer"
                ]
              },
              "prompt": {
                "type": "string",
                "minLength": 1,
                "maxLength": 20000
              },
              "images": {
                "type": "array",
                "minItems": 1,
                "maxItems": 7,
                "items": {
                  "type": "string",
                  "minLength": 1
                }
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
                  "720p",
                  "1080p",
                  "4k"
                ]
              },
              "seed": {
                "type": "integer",
                "minimum": -1,
                "maximum": 2147483647
              },
              "webhook_url": {
                "type": "string",
                "format": "uri",
                "pattern": "^https?://"
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
                  "google/gemini-omni-flash/reference-to-video-developer"
                ]
              },
              "prompt": {
                "type": "string",
                "minLength": 1,
                "maxLength": 20000
              },
              "images": {
                "type": "array",
                "minItems": 1,
                "maxItems": 5,
                "items": {
                  "type": "string",
                  "minLength": 1
                }
              },
              "video_clips": {
                "type": "array",
                "minItems": 1,
                "maxItems": 1,
                "items": {
                  "type": "object",
                  "required": [
                    "url"
                  ],
                  "properties": {
                    "url": {
                      "type": "string",
                      "minLength": 1
                    },
                    "start": {
                      "type": "integer",
                      "minimum": 0,
                      "maximum": 29
                    },
                    "ends": {
                      "type": "integer",
                      "minimum": 1,
                      "maximum": 30
                    }
                  },
                  "allOf": [
                    {
                      "description": "A clip lasts at most 10 s; move `ends` to between `start` + 1 and `start` + 10. Without `start` it begins at 0, without `ends` it ends at 10.",
                      "anyOf": [
                        {
                          "type": "object",
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 0,
                              "maximum": 0
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 1,
                              "maximum": 10
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 1,
                              "maximum": 1
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 2,
                              "maximum": 11
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 2,
                              "maximum": 2
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 3,
                              "maximum": 12
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 3,
                              "maximum": 3
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 4,
                              "maximum": 13
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 4,
                              "maximum": 4
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 5,
                              "maximum": 14
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 5,
                              "maximum": 5
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 6,
                              "maximum": 15
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 6,
                              "maximum": 6
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 7,
                              "maximum": 16
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 7,
                              "maximum": 7
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 8,
                              "maximum": 17
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 8,
                              "maximum": 8
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 9,
                              "maximum": 18
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 9,
                              "maximum": 9
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 10,
                              "maximum": 19
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start",
                            "ends"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 10,
                              "maximum": 10
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 11,
                              "maximum": 20
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start",
                            "ends"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 11,
                              "maximum": 11
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 12,
                              "maximum": 21
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start",
                            "ends"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 12,
                              "maximum": 12
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 13,
                              "maximum": 22
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start",
                            "ends"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 13,
                              "maximum": 13
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 14,
                              "maximum": 23
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start",
                            "ends"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 14,
                              "maximum": 14
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 15,
                              "maximum": 24
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start",
                            "ends"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 15,
                              "maximum": 15
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 16,
                              "maximum": 25
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start",
                            "ends"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 16,
                              "maximum": 16
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 17,
                              "maximum": 26
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start",
                            "ends"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 17,
                              "maximum": 17
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 18,
                              "maximum": 27
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start",
                            "ends"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 18,
                              "maximum": 18
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 19,
                              "maximum": 28
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start",
                            "ends"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 19,
                              "maximum": 19
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 20,
                              "maximum": 29
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start",
                            "ends"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 20,
                              "maximum": 20
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 21,
                              "maximum": 30
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start",
                            "ends"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 21,
                              "maximum": 21
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 22,
                              "maximum": 30
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start",
                            "ends"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 22,
                              "maximum": 22
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 23,
                              "maximum": 30
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start",
                            "ends"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 23,
                              "maximum": 23
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 24,
                              "maximum": 30
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start",
                            "ends"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 24,
                              "maximum": 24
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 25,
                              "maximum": 30
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start",
                            "ends"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 25,
                              "maximum": 25
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 26,
                              "maximum": 30
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start",
                            "ends"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 26,
                              "maximum": 26
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 27,
                              "maximum": 30
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start",
                            "ends"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 27,
                              "maximum": 27
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 28,
                              "maximum": 30
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start",
                            "ends"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 28,
                              "maximum": 28
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 29,
                              "maximum": 30
                            }
                          }
                        },
                        {
                          "type": "object",
                          "required": [
                            "start",
                            "ends"
                          ],
                          "properties": {
                            "start": {
                              "type": "integer",
                              "minimum": 29,
                              "maximum": 29
                            },
                            "ends": {
                              "type": "integer",
                              "minimum": 30,
                              "maximum": 30
                            }
                          }
                        }
                      ]
                    }
                  ],
                  "additionalProperties": false
                }
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
                  "720p",
                  "1080p",
                  "4k"
                ]
              },
              "seed": {
                "type": "integer",
                "minimum": -1,
                "maximum": 2147483647
              },
              "webhook_url": {
                "type": "string",
                "format": "uri",
                "pattern": "^https?://"
              }
            },
            "allOf": [
              {
                "description": "Give `images`, `video_clips` or both.",
                "anyOf": [
                  {
                    "type": "object",
                    "required": [
                      "images"
                    ],
                    "properties": {
                      "images": {
                        "type": "array",
                        "minItems": 1
                      }
                    }
                  },
                  {
                    "type": "object",
                    "required": [
                      "video_clips"
                    ],
                    "properties": {
                      "video_clips": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 1
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
                  "google/gemini-omni-flash/text-to-video"
                ]
              },
              "prompt": {
                "type": "string",
                "minLength": 1,
                "maxLength": 20000
              },
              "duration": {
                "type": "integer",
                "minimum": 3,
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
              "thinking_level": {
                "type": "string",
                "enum": [
                  "default",
                  "high",
                  "low"
                ]
              },
              "seed": {
                "type": "integer",
                "minimum": -1,
                "maximum": 2147483647
              },
              "webhook_url": {
                "type": "string",
                "format": "uri",
                "pattern": "^https?://"
              }
            },
            "additionalProperties": false
          },
          {
            "type": "object",
            "required": [
              "model",
              "prompt",
              "image"
            ],
            "properties": {
              "model": {
                "type": "string",
                "enum": [
                  "google/gemini-omni-flash/image-to-video"
                ]
              },
              "prompt": {
                "type": "string",
                "minLength": 1,
                "maxLength": 20000
              },
              "image": {
                "type": "string",
                "minLength": 1
              },
              "duration": {
                "type": "integer",
                "minimum": 3,
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
              "thinking_level": {
                "type": "string",
                "enum": [
                  "default",
                  "high",
                  "low"
                ]
              },
              "seed": {
                "type": "integer",
                "minimum": -1,
                "maximum": 2147483647
              },
              "webhook_url": {
                "type": "string",
                "format": "uri",
                "pattern": "^https?://"
              }
            },
            "additionalProperties": false
          },
          {
            "type": "object",
            "required": [
              "model",
              "prompt",
              "images"
            ],
            "properties": {
              "model": {
                "type": "string",
                "enum": [
                  "google/gemini-omni-flash/reference-to-video"
                ]
              },
              "prompt": {
                "type": "string",
                "minLength": 1,
                "maxLength": 20000
              },
              "images": {
                "type": "array",
                "minItems": 1,
                "maxItems": 5,
                "items": {
                  "type": "string",
                  "minLength": 1
                }
              },
              "duration": {
                "type": "integer",
                "minimum": 3,
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
              "thinking_level": {
                "type": "string",
                "enum": [
                  "default",
                  "high",
                  "low"
                ]
              },
              "seed": {
                "type": "integer",
                "minimum": -1,
                "maximum": 2147483647
              },
              "webhook_url": {
                "type": "string",
                "format": "uri",
                "pattern": "^https?://"
              }
            },
            "additionalProperties": false
          },
          {
            "type": "object",
            "required": [
              "model",
              "prompt",
              "video"
            ],
            "properties": {
              "model": {
                "type": "string",
                "enum": [
                  "google/gemini-omni-flash/video-edit"
                ]
              },
              "prompt": {
                "type": "string",
                "minLength": 1,
                "maxLength": 20000
              },
              "video": {
                "type": "string",
                "minLength": 1
              },
              "images": {
                "type": "array",
                "minItems": 1,
                "maxItems": 5,
                "items": {
                  "type": "string",
                  "minLength": 1
                }
              },
              "resolution": {
                "type": "string",
                "enum": [
                  "720p"
                ]
              },
              "thinking_level": {
                "type": "string",
                "enum": [
                  "default",
                  "high",
                  "low"
                ]
              },
              "seed": {
                "type": "integer",
                "minimum": -1,
                "maximum": 2147483647
              },
              "webhook_url": {
                "type": "string",
                "format": "uri",
                "pattern": "^https?://"
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
                  "google/gemini-omni-1.1-flash/text-to-video"
                ]
              },
              "prompt": {
                "type": "string",
                "minLength": 1,
                "maxLength": 20000
              },
              "duration": {
                "type": "integer",
                "minimum": 3,
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
                  "360p",
                  "720p",
                  "1080p",
                  "4k"
                ]
              },
              "thinking_level": {
                "type": "string",
                "enum": [
                  "default",
                  "high",
                  "low"
                ]
              },
              "seed": {
                "type": "integer",
                "minimum": -1,
                "maximum": 2147483647
              },
              "webhook_url": {
                "type": "string",
                "format": "uri",
                "pattern": "^https?://"
              }
            },
            "additionalProperties": false
          },
          {
            "type": "object",
            "required": [
              "model",
              "prompt",
              "image"
            ],
            "properties": {
              "model": {
                "type": "string",
                "enum": [
                  "google/gemini-omni-1.1-flash/image-to-video"
                ]
              },
              "prompt": {
                "type": "string",
                "minLength": 1,
                "maxLength": 20000
              },
              "image": {
                "type": "string",
                "minLength": 1
              },
              "last_image": {
                "type": "string",
                "minLength": 1
              },
              "duration": {
                "type": "integer",
                "minimum": 3,
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
                  "360p",
                  "720p",
                  "1080p",
                  "4k"
                ]
              },
              "thinking_level": {
                "type": "string",
                "enum": [
                  "default",
                  "high",
                  "low"
                ]
              },
              "seed": {
                "type": "integer",
                "minimum": -1,
                "maximum": 2147483647
              },
              "webhook_url": {
                "type": "string",
                "format": "uri",
                "pattern": "^https?://"
              }
            },
            "additionalProperties": false
          },
          {
            "type": "object",
            "required": [
              "model",
              "prompt",
              "reference_images"
            ],
            "properties": {
              "model": {
                "type": "string",
                "enum": [
                  "google/gemini-omni-1.1-flash/reference-to-video"
                ]
              },
              "prompt": {
                "type": "string",
                "minLength": 1,
                "maxLength": 20000
              },
              "reference_images": {
                "type": "array",
                "minItems": 1,
                "maxItems": 10,
                "items": {
                  "type": "string",
                  "minLength": 1
                }
              },
              "reference_videos": {
                "type": "array",
                "minItems": 1,
                "maxItems": 3,
                "items": {
                  "type": "string",
                  "minLength": 1
                }
              },
              "duration": {
                "type": "integer",
                "minimum": 3,
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
                  "360p",
                  "720p",
                  "1080p",
                  "4k"
                ]
              },
              "thinking_level": {
                "type": "string",
                "enum": [
                  "default",
                  "high",
                  "low"
                ]
              },
              "seed": {
                "type": "integer",
                "minimum": -1,
                "maximum": 2147483647
              },
              "webhook_url": {
                "type": "string",
                "format": "uri",
                "pattern": "^https?://"
              }
            },
            "additionalProperties": false
          },
          {
            "type": "object",
            "required": [
              "model",
              "prompt",
              "video"
            ],
            "properties": {
              "model": {
                "type": "string",
                "enum": [
                  "google/gemini-omni-1.1-flash/video-edit"
                ]
              },
              "prompt": {
                "type": "string",
                "minLength": 1,
                "maxLength": 20000
              },
              "video": {
                "type": "string",
                "minLength": 1
              },
              "reference_images": {
                "type": "array",
                "minItems": 1,
                "maxItems": 10,
                "items": {
                  "type": "string",
                  "minLength": 1
                }
              },
              "thinking_level": {
                "type": "string",
                "enum": [
                  "default",
                  "high",
                  "low"
                ]
              },
              "seed": {
                "type": "integer",
                "minimum": -1,
                "maximum": 2147483647
              },
              "webhook_url": {
                "type": "string",
                "format": "uri",
                "pattern": "^https?://"
              }
            },
            "additionalProperties": false
          },
          {
            "type": "object",
            "required": [
              "model",
              "prompt",
              "video"
            ],
            "properties": {
              "model": {
                "type": "string",
                "enum": [
                  "google/gemini-omni-1.1-flash/video-extend"
                ]
              },
              "prompt": {
                "type": "string",
                "minLength": 1,
                "maxLength": 20000
              },
              "video": {
                "type": "string",
                "minLength": 1
              },
              "reference_images": {
                "type": "array",
                "minItems": 1,
                "maxItems": 10,
                "items": {
                  "type": "string",
                  "minLength": 1
                }
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
                  "4k"
                ]
              },
              "thinking_level": {
                "type": "string",
                "enum": [
                  "default",
                  "high",
                  "low"
                ]
              },
              "seed": {
                "type": "integer",
                "minimum": -1,
                "maximum": 2147483647
              },
              "webhook_url": {
                "type": "string",
                "format": "uri",
                "pattern": "^https?://"
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
                  "google/gemini-omni-1.2-flash/text-to-video"
                ]
              },
              "prompt": {
                "type": "string",
                "minLength": 1,
                "maxLength": 20000
              },
              "duration": {
                "type": "integer",
                "minimum": 1,
                "maximum": 15
              },
              "resolution": {
                "type": "string",
                "enum": [
                  "360p",
                  "720p",
                  "1080p",
                  "4k"
                ]
              },
              "webhook_url": {
                "type": "string",
                "format": "uri",
                "pattern": "^https?://"
              }
            },
            "additionalProperties": false
          }
        ],
        "discriminator": {
          "propertyName": "model",
          "mapping": {
            "google/gemini-omni-flash/text-to-video-developer": 0,
            "google/gemini-omni-flash/image-to-video-developer": 1,
            "google/gemini-omni-flash/reference-to-video-developer": 2,
            "google/gemini-omni-flash/text-to-video": 3,
            "google/gemini-omni-flash/image-to-video": 4,
            "google/gemini-omni-flash/reference-to-video": 5,
            "google/gemini-omni-flash/video-edit": 6,
            "google/gemini-omni-1.1-flash/text-to-video": 7,
            "google/gemini-omni-1.1-flash/image-to-video": 8,
            "google/gemini-omni-1.1-flash/reference-to-video": 9,
            "google/gemini-omni-1.1-flash/video-edit": 10,
            "google/gemini-omni-1.1-flash/video-extend": 11,
            "google/gemini-omni-1.2-flash/text-to-video": 12
          }
        }
      },
      {
        "type": "object",
        "required": [
          "model"
        ],
        "properties": {
          "model": {
            "type": "string",
            "pattern": "^(alibaba/|atlascloud/|bytedance/|kwaivgi/|luma/|midjourney/|minimax/|nvidia/|openai/|pika/|pixverse/|veed/|vidu/|xai/|youchuan/|google/veo)"
          },
          "prompt": {
            "type": "string"
          },
          "webhook_url": {
            "type": "string",
            "format": "uri",
            "pattern": "^https?://"
          }
        }
      }
    ],
    "description": "A Gemini Omni model, whose inputs are known, or a model of another family, whose inputs are not. Every id that begins with `google/gemini-omni` belongs to the first."
  }
} as const satisfies Readonly<Record<string, RequestSchema>>;
