// Generated from specs/jimmyai/ by `npm run generate`. Do not edit: change the YAML and run it again.

export interface paths {
    "/api/open-api/v1/gemini/omni/videos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit a video task
         * @description Asynchronous: the answer is a task id, never the video. Read the task with `getVideo`. Each model family of this provider has an address of its own; a model of another family is refused here. Refusals most likely arrive as HTTP 200 with another `code` than `"20000"`; the page lists no error at all. There is no idempotency key, so a submit of which nobody knows whether it was taken is not to be sent again.
         */
        post: operations["createGeminiOmniVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/open-api/v1/videos/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `data.task_id` of the submit's answer. Opaque.
                 * @example video_7c1f2e
                 */
                taskId: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        /**
         * Read a task
         * @description One address for the tasks of every video model. Ask every 5 to 15 seconds and give up after about 30 minutes. A failed task is an HTTP 200 with `code` `"20000"` and `data.status` `failed`. The link of the video works for about 3 days.
         */
        get: operations["getVideo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/open-api/v1/files/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file
         * @description Turns a local image, video or sound into a link that `image_urls` and `video_urls` take; it works for about 3 days. `code` is a number here. Whether every kind of file that can be uploaded is also taken by the models is unknown.
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/open-api/v1/user/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Balance of the account
         * @description What the account has left, in the provider's coin.
         */
        get: operations["getUserBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/open-api/v1/key/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Balance of the API key
         * @description What this key may still spend, in the provider's coin.
         */
        get: operations["getKeyBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Leave `duration` out when `video_urls` holds a video; the video sets the length. */
        DurationExcludedByVideo: {
            video_urls?: [
            ];
        } | {
            video_urls: [
                unknown
            ];
            /** @description Not beside a reference video. */
            duration?: never;
        };
        /** @description Send 1 image in `image_urls` with `generation_type` `frame`, and none, 1 or 3 with `reference` or without it; never 2. The same holds for `images`, which counts when `image_urls` is empty. */
        ImageCounts: {
            /** @enum {string} */
            generation_type: "frame";
            image_urls: [
                unknown
            ];
        } | {
            /** @enum {string} */
            generation_type: "frame";
            image_urls?: [
            ];
            images: [
                unknown
            ];
        } | {
            /** @enum {string} */
            generation_type?: "reference";
            image_urls: [
                unknown
            ] | unknown[];
        } | {
            /** @enum {string} */
            generation_type?: "reference";
            image_urls?: [
            ];
            images?: [
            ] | [
                unknown
            ] | unknown[];
        };
        /** @description What to show. No limit of length is stated. */
        Prompt: string;
        /**
         * @description Size of the video.
         * @default 720p
         * @enum {string}
         */
        Resolution: "720p" | "1080p" | "4k";
        /**
         * @description Shape of the video. Wins over `orientation`.
         * @enum {string}
         */
        AspectRatio: "16:9" | "9:16";
        /**
         * @description `landscape` is 16:9, `portrait` is 9:16. Read only if `aspect_ratio` is empty.
         * @enum {string}
         */
        Orientation: "landscape" | "portrait";
        /** @description A public link. */
        FileUrl: string;
        /**
         * Gemini-Omini
         * @description The standard model. The spelling “Omini” is the provider's; the other two names are taken for it.
         */
        GeminiOmini: {
            /**
             * @description The model, under any of its three names.
             * @enum {string}
             */
            model: "Gemini-Omini" | "Omni-Flash-Ext" | "gemini-omni";
            prompt: components["schemas"]["Prompt"];
            /**
             * @description Length in seconds. The default holds without a reference video only; beside one leave it out.
             * @default 6
             * @enum {integer}
             */
            duration?: 4 | 6 | 8 | 10;
            resolution?: components["schemas"]["Resolution"];
            aspect_ratio?: components["schemas"]["AspectRatio"];
            orientation?: components["schemas"]["Orientation"];
            /**
             * @description What the images are; `frame` for the first frame, `reference` for things to show.
             * @default reference
             * @enum {string}
             */
            generation_type?: "frame" | "reference";
            /** @description Public links, or links of `uploadFile`. One with `frame`; none, 1 or 3 with `reference`. */
            image_urls?: components["schemas"]["FileUrl"][];
            /** @description Another name of `image_urls` for older clients. Read only if `image_urls` is empty. */
            images?: components["schemas"]["FileUrl"][];
            /** @description One link to a reference video. Leave `duration` out beside it. */
            video_urls?: [
            ] | [
                components["schemas"]["FileUrl"]
            ];
        } & (components["schemas"]["DurationExcludedByVideo"] & components["schemas"]["ImageCounts"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            model: "Gemini-Omini" | "Omni-Flash-Ext" | "gemini-omni";
        });
        /**
         * omni-10s
         * @description A model of its own that always makes 10 seconds at 720p and is billed so. It takes `duration` and `resolution` and ignores them.
         */
        Omni10s: {
            /**
             * @description The model. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "omni-10s";
            prompt: components["schemas"]["Prompt"];
            /**
             * @description Ignored; the video has 10 seconds and is billed so.
             * @enum {integer}
             */
            duration?: 4 | 6 | 8 | 10;
            /**
             * @description Ignored; the video has 720p and is billed so.
             * @enum {string}
             */
            resolution?: "720p" | "1080p" | "4k";
            aspect_ratio?: components["schemas"]["AspectRatio"];
            orientation?: components["schemas"]["Orientation"];
            /** @description Up to 7 links. The Chinese table says that each may be an image or a video; the provider's YAML speaks of images only. */
            image_urls?: components["schemas"]["FileUrl"][];
            /** @description Another name of `image_urls` for older clients. Read only if `image_urls` is empty. */
            images?: components["schemas"]["FileUrl"][];
        };
        /** @description One schema for each model; `model` chooses. */
        CreateGeminiOmniVideoRequest: components["schemas"]["GeminiOmini"] | components["schemas"]["Omni10s"];
        /**
         * @description Text on the pages of submit and task, a number on the page of the upload. The provider's client takes both.
         * @enum {string|integer}
         */
        SuccessCode: "20000" | 20000;
        /** @description `ok`, or what is wrong. */
        Message: string;
        /** @description The task's id. Opaque; material of the provider shows `video_…`. */
        TaskIdMember: string;
        /** @description The model, most likely under its first name. */
        ModelMember: string;
        /**
         * Format: int64
         * @description When the task was taken. Whether it counts seconds or milliseconds is not stated.
         */
        CreatedAt: number;
        /**
         * Receipt
         * @description The task exists.
         */
        SubmitReceipt: {
            code: components["schemas"]["SuccessCode"];
            msg?: components["schemas"]["Message"];
            /** @description The task. */
            data: {
                task_id: components["schemas"]["TaskIdMember"];
                /** @description How the task stands; the first value is not stated, the other page's flow begins with `queued`. */
                status?: string;
                model?: components["schemas"]["ModelMember"];
                created_at?: components["schemas"]["CreatedAt"];
            };
        };
        /** @description 0 to 100; 0 for a failed task. */
        Progress: number;
        /**
         * Format: int64
         * @description When the task was finished. What stands here before that is not stated.
         */
        CompletedAt: number | null;
        /** @description Where the result will stand. What stands here before is not stated. */
        Result: {
            /** @description Empty until the task is completed. */
            video_url?: string;
            /** @description Of other families; its meaning for a video is not stated. */
            image_url?: string;
        } | null;
        /** @description Why a task failed; empty otherwise. */
        ErrorMessage: string | null;
        /**
         * Without an envelope
         * @description The task as the oldest copy of the page has it, with nothing around it.
         */
        BareVideo: {
            task_id: components["schemas"]["TaskIdMember"];
            /**
             * @description How the task stands.
             * @enum {string}
             */
            status: "queued" | "pending" | "submitted" | "processing" | "completed" | "failed";
            progress?: components["schemas"]["Progress"];
            model?: components["schemas"]["ModelMember"];
            created_at?: components["schemas"]["CreatedAt"];
            completed_at?: components["schemas"]["CompletedAt"];
            result?: components["schemas"]["Result"];
            error_message?: components["schemas"]["ErrorMessage"];
        };
        /**
         * Error
         * @description An error, most likely as HTTP 200. `20001` is a bad key, `20002` bad parameters, `-1` a failure of the server; the codes for a low balance and a used-up key are not known.
         */
        BusinessError: {
            /** @description What is wrong. Whether it is text or a number on errors is unknown. */
            code: string | number;
            msg?: components["schemas"]["Message"];
            /** @description Nothing of what a success has here; whether it is there at all is unknown. */
            data?: {
                /** @description Only with a task. */
                task_id?: never;
                /** @description Only with a task. */
                status?: never;
                /** @description Only with a file. */
                url?: never;
                /** @description Only with a balance. */
                available?: never;
                /** @description Only with a balance. */
                available_quota?: never;
            } | null;
        };
        /** @description A receipt, or an error; both are HTTP 200. */
        SubmitAnswer: components["schemas"]["SubmitReceipt"] | components["schemas"]["BareVideo"] | components["schemas"]["BusinessError"];
        /**
         * Waiting
         * @description Queued or running.
         */
        WaitingVideo: {
            code: components["schemas"]["SuccessCode"];
            msg?: components["schemas"]["Message"];
            /** @description The task. */
            data: {
                task_id: components["schemas"]["TaskIdMember"];
                /**
                 * @description How the task stands.
                 * @enum {string}
                 */
                status: "queued" | "pending" | "submitted" | "processing";
                progress?: components["schemas"]["Progress"];
                model?: components["schemas"]["ModelMember"];
                created_at?: components["schemas"]["CreatedAt"];
                completed_at?: components["schemas"]["CompletedAt"];
                result?: components["schemas"]["Result"];
                error_message?: components["schemas"]["ErrorMessage"];
            };
        };
        /** @description The result. */
        FinishedResult: {
            /** @description A full link, signed where the storage is private, good for about 3 days. Earlier answers could hold a relative key. */
            video_url: string;
            /** @description Of other families; its meaning for a video is not stated. */
            image_url?: string;
        };
        /**
         * Completed
         * @description The video is there.
         */
        CompletedVideo: {
            code: components["schemas"]["SuccessCode"];
            msg?: components["schemas"]["Message"];
            /** @description The task. */
            data: {
                task_id: components["schemas"]["TaskIdMember"];
                /**
                 * @description `success` is a word of the FAQ for the same state.
                 * @enum {string}
                 */
                status: "completed" | "success";
                progress?: components["schemas"]["Progress"];
                model?: components["schemas"]["ModelMember"];
                created_at?: components["schemas"]["CreatedAt"];
                completed_at?: components["schemas"]["CompletedAt"];
                result: components["schemas"]["FinishedResult"];
                error_message?: components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * Failed
         * @description Finished without a video. What becomes of the money is not stated.
         */
        FailedVideo: {
            code: components["schemas"]["SuccessCode"];
            msg?: components["schemas"]["Message"];
            /** @description The task. */
            data: {
                task_id: components["schemas"]["TaskIdMember"];
                /**
                 * @description How the task stands.
                 * @enum {string}
                 */
                status: "failed";
                progress?: components["schemas"]["Progress"];
                model?: components["schemas"]["ModelMember"];
                created_at?: components["schemas"]["CreatedAt"];
                completed_at?: components["schemas"]["CompletedAt"];
                result?: components["schemas"]["Result"];
                error_message?: components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * Cancelled
         * @description Ended before it finished. Only the provider's client knows these words; no call cancels a task.
         */
        CancelledVideo: {
            code: components["schemas"]["SuccessCode"];
            msg?: components["schemas"]["Message"];
            /** @description The task. */
            data: {
                task_id: components["schemas"]["TaskIdMember"];
                /**
                 * @description How the task stands.
                 * @enum {string}
                 */
                status: "canceled" | "cancelled";
                progress?: components["schemas"]["Progress"];
                model?: components["schemas"]["ModelMember"];
                created_at?: components["schemas"]["CreatedAt"];
                completed_at?: components["schemas"]["CompletedAt"];
                result?: components["schemas"]["Result"];
                error_message?: components["schemas"]["ErrorMessage"];
            };
        };
        /** @description A task by its state, or an error; all are HTTP 200. */
        VideoAnswer: components["schemas"]["WaitingVideo"] | components["schemas"]["CompletedVideo"] | components["schemas"]["FailedVideo"] | components["schemas"]["CancelledVideo"] | components["schemas"]["BareVideo"] | components["schemas"]["BusinessError"];
        /** @description A form with one file. */
        UploadFileRequest: {
            /**
             * Format: binary
             * @description An image (.jpg .jpeg .png .gif .webp .bmp .svg), a video (.mp4 .mov .avi .webm .mkv .m4v .flv) or a sound (.mp3 .wav .aac .m4a .flac .ogg) of at most 100 MB. The page tells them by their names; the media types are ours.
             */
            file: Blob | Uint8Array;
        };
        /**
         * Uploaded
         * @description The file has a link.
         */
        UploadedFile: {
            code: components["schemas"]["SuccessCode"];
            msg?: components["schemas"]["Message"];
            /** @description The file. */
            data: {
                /** @description The link, which may be signed; good for about 3 days. */
                url: string;
                /** @description The file's name. */
                filename?: string;
                /** @description Bytes. */
                size?: number;
                /** @description Media type. */
                mime_type?: string;
            };
        };
        /** @description A link, or an error; both are HTTP 200. */
        UploadAnswer: components["schemas"]["UploadedFile"] | components["schemas"]["BusinessError"];
        /** @description The provider's coin, JimiCoin; whether with decimals is not stated. Of an account, `available` is `balance` less `used_coin`. */
        Coins: number;
        /**
         * Balance of the account
         * @description In the provider's coin.
         */
        UserBalance: {
            code: components["schemas"]["SuccessCode"];
            msg?: components["schemas"]["Message"];
            /** @description The balance. */
            data: {
                balance?: components["schemas"]["Coins"];
                used_coin?: components["schemas"]["Coins"];
                available: components["schemas"]["Coins"];
            };
        };
        /** @description A balance, or an error; both are HTTP 200. */
        UserBalanceAnswer: components["schemas"]["UserBalance"] | components["schemas"]["BusinessError"];
        /**
         * Balance of the key
         * @description In the provider's coin.
         */
        KeyBalance: {
            code: components["schemas"]["SuccessCode"];
            msg?: components["schemas"]["Message"];
            /** @description The balance. */
            data: {
                /** @description The key's name. */
                name?: string;
                /** @description What the key may spend in all; 0 means without limit. */
                total_quota?: number;
                used_quota?: components["schemas"]["Coins"];
                available_quota: components["schemas"]["Coins"];
                /** @description Whether the key may spend without limit. */
                unlimited?: boolean;
            };
        };
        /** @description A balance, or an error; both are HTTP 200. */
        KeyBalanceAnswer: components["schemas"]["KeyBalance"] | components["schemas"]["BusinessError"];
    };
    responses: {
        /** @description The request is wrong. No page shows an HTTP error; the provider's client is prepared for one. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BusinessError"];
            };
        };
        /** @description The key is missing or wrong. No page shows an HTTP error; the provider's client is prepared for one. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BusinessError"];
            };
        };
        /** @description The balance or the key's quota is too low. No page shows an HTTP error; the provider's client is prepared for one. */
        PaymentRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BusinessError"];
            };
        };
        /** @description Too many requests. No page shows an HTTP error; the provider's client is prepared for one. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BusinessError"];
            };
        };
        /** @description The server failed. After a submit nothing is known about the money: the task may exist. No page shows an HTTP error; the provider's client is prepared for one. */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BusinessError"];
            };
        };
    };
    parameters: {
        /**
         * @description The `data.task_id` of the submit's answer. Opaque.
         * @example video_7c1f2e
         */
        TaskId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description How many seconds to wait before asking again. No page says that it is sent; RFC 9110 allows it.
         * @example 5
         */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createGeminiOmniVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The model decides which of the other members are allowed. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateGeminiOmniVideoRequest"];
            };
        };
        responses: {
            /** @description Accepted, or refused with another `code`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmitAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getVideo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `data.task_id` of the submit's answer. Opaque.
                 * @example video_7c1f2e
                 */
                taskId: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the task stands, or an error with another `code`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    uploadFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One file, at most 100 MB. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadFileRequest"];
            };
        };
        responses: {
            /** @description Uploaded, or refused with another `code`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getUserBalance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The balance, or an error with another `code`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserBalanceAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getKeyBalance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The balance, or an error with another `code`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyBalanceAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
}
