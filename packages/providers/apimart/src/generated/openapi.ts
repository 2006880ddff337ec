// Generated from specs/apimart/ by `npm run generate`. Do not edit: change the YAML and run it again.

export interface paths {
    "/v1/videos/generations": {
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
         * @description Asynchronous: the answer is a task id, never the video. Read the task with `getTask`. That money is reserved at once, and that dropping the connection neither cancels the task nor prevents the charge, is reported (platform-study).
         */
        post: operations["createVideoGeneration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{task_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The task id of the submit's answer. Opaque.
                 * @example task_01KZ0000EXAMPLE00000000000
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        /**
         * Read a task
         * @description One address for image, video and audio tasks. A failed task is an HTTP 200 whose `data.status` is `failed`. An unknown id is a 400; no 404 is documented.
         */
        get: operations["getTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/uploads/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload an image
         * @description Turns a local image into a link that `image_urls` takes; the link works for 72 hours. The kind of image is told by its content. The video models themselves list only JPEG and PNG. Its error bodies have no `error.code`, except for 429.
         */
        post: operations["uploadImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Balance of the API key
         * @description What is left for this key. A business failure is an HTTP 200 with `success` false.
         */
        get: operations["getTokenBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Balance of the API key (alias)
         * @description The same as `getTokenBalance`, under a second address.
         */
        get: operations["getTokenBalanceAlias"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/user/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Balance of the account
         * @description What is left on the account that owns the key. A business failure is an HTTP 200 with `success` false.
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
    "/user/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Balance of the account (alias)
         * @description The same as `getUserBalance`, under a second address.
         */
        get: operations["getUserBalanceAlias"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/usage": {
        parameters: {
            query?: {
                /**
                 * @description Start of the span, inclusive; Unix seconds or RFC 3339. Whether it may be left out is not stated.
                 * @example 1790000000
                 */
                start?: components["parameters"]["UsageStart"];
                /**
                 * @description End of the span, exclusive; at most 31 days after `start`. Whether it may be left out is not stated.
                 * @example 1790086400
                 */
                end?: components["parameters"]["UsageEnd"];
                /**
                 * @description Model ids, separated by commas, at most 50; whole ids, letter case does not matter.
                 * @example gemini-omni-flash-preview
                 */
                model?: components["parameters"]["UsageModel"];
                /**
                 * @description How the items are grouped.
                 * @example model
                 */
                group_by?: components["parameters"]["UsageGroupBy"];
                /**
                 * @description Time zone of the dates.
                 * @example Asia/Shanghai
                 */
                tz?: components["parameters"]["UsageTimeZone"];
                /**
                 * @description Spending of this key or of the whole account.
                 * @example key
                 */
                scope?: components["parameters"]["UsageScope"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Spending over a time span
         * @description Sums without task ids; asynchronous tasks count at completion, failed and refunded ones not at all. Cached for 60 s, 60 requests a minute for a key. Data from 2026-04-27 on. The envelope around `data.total` and `data.items` is not published.
         */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usage": {
        parameters: {
            query?: {
                /**
                 * @description Start of the span, inclusive; Unix seconds or RFC 3339. Whether it may be left out is not stated.
                 * @example 1790000000
                 */
                start?: components["parameters"]["UsageStart"];
                /**
                 * @description End of the span, exclusive; at most 31 days after `start`. Whether it may be left out is not stated.
                 * @example 1790086400
                 */
                end?: components["parameters"]["UsageEnd"];
                /**
                 * @description Model ids, separated by commas, at most 50; whole ids, letter case does not matter.
                 * @example gemini-omni-flash-preview
                 */
                model?: components["parameters"]["UsageModel"];
                /**
                 * @description How the items are grouped.
                 * @example model
                 */
                group_by?: components["parameters"]["UsageGroupBy"];
                /**
                 * @description Time zone of the dates.
                 * @example Asia/Shanghai
                 */
                tz?: components["parameters"]["UsageTimeZone"];
                /**
                 * @description Spending of this key or of the whole account.
                 * @example key
                 */
                scope?: components["parameters"]["UsageScope"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Spending over a time span (alias)
         * @description The same as `getUsage`, under a second address.
         */
        get: operations["getUsageAlias"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Models that the key may use
         * @description With `expand`, category, capability tags and a parameter schema come along; their shape is not published.
         */
        get: operations["listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    taskFinished: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A task is finished
         * @description Sent to the `webhook` of the request plus `/callback` when a task is completed or failed; one delivery as a rule, duplicates are possible, so tell them apart by `id`. No answer within about 10 s, or a 5xx, is tried again after about 10, 30 and 60 s; a 4xx is dropped at once. The address must be public, on port 80 or 443, and not APIMart's own, or it is dropped in silence. Nothing is signed: read the task again before you trust it. The page calls the body the same as a read of the task, its examples show the bare task.
         */
        post: operations["receiveTaskEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description Give at least one of `prompt`, `image_urls` and `video_urls`. */
        PromptOrMedia: {
            prompt: string;
        } | {
            image_urls: unknown[];
        } | {
            video_urls: [
                unknown
            ];
        };
        /** @description `video_urls` and `extend_from_task_id` exclude each other; leave one out. */
        VideoOrPreviousTask: {
            /** @description Not beside a video. */
            extend_from_task_id?: never;
        } | {
            video_urls?: [
            ];
        };
        /** @description What to show. No limit of length is stated. */
        Prompt: string;
        /** @description A public link. Base64 images are no longer taken. */
        HttpUrl: string;
        /**
         * @description Landscape or portrait. The service takes any other value as `16:9` without a word; this contract refuses it. Has no effect beside `video_urls`.
         * @default 16:9
         * @enum {string}
         */
        CoercedAspectRatio: "16:9" | "9:16";
        /** @description Task id of an earlier generation to go on from. */
        ExtendFromTaskId: string;
        /**
         * @description Moderate the input before it is submitted.
         * @default false
         */
        NsfwCheck: boolean;
        /**
         * Format: uri
         * @description Base address for the completion event; APIMart posts to it plus `/callback`; a slash at its end is taken care of.
         */
        Webhook: string;
        /** @description Language of failure messages in the event. Its values are not stated there. */
        WebhookLanguage: string;
        /**
         * gemini-omni-flash-preview
         * @description Text, images and one video in any mix; 720p, 24 fps, 3 to 10 s with sound, the service chooses the length. Upstream calls its model of this name deprecated from 2026-11-06 on, in favour of gemini-omni-1.2-flash; APIMart has said nothing about its own.
         */
        GeminiOmniFlashPreview: {
            /**
             * @description The model.
             * @enum {string}
             */
            model: "gemini-omni-flash-preview";
            prompt?: components["schemas"]["Prompt"];
            /** @description Images, at most 16, JPEG or PNG. */
            image_urls?: components["schemas"]["HttpUrl"][];
            /** @description One video to edit or follow, 1 to 24 s long, 3 s or less recommended. A direct link or a data URI. */
            video_urls?: [
            ] | [
                string
            ];
            aspect_ratio?: components["schemas"]["CoercedAspectRatio"];
            /**
             * @description Only 720p at present.
             * @default 720p
             * @enum {string}
             */
            resolution?: "720p";
            extend_from_task_id?: components["schemas"]["ExtendFromTaskId"];
            nsfw_check?: components["schemas"]["NsfwCheck"];
            webhook?: components["schemas"]["Webhook"];
            language?: components["schemas"]["WebhookLanguage"];
        } & (components["schemas"]["PromptOrMedia"] & components["schemas"]["VideoOrPreviousTask"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            model: "gemini-omni-flash-preview";
        });
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
        /** @description Send 1 image in `image_urls` with `generation_type` `frame`, 1 or 3 with `reference`, and none, 1 or 3 without it; never 2. */
        ExtImageCounts: {
            /** @enum {string} */
            generation_type: "frame";
            image_urls: [
                unknown
            ];
        } | {
            /** @enum {string} */
            generation_type: "reference";
            image_urls: [
                unknown
            ] | unknown[];
        } | {
            /** @description Only with images. */
            generation_type?: never;
            image_urls?: [
            ] | [
                unknown
            ] | unknown[];
        };
        /** @description `size` and `aspect_ratio` must be equal when both are sent; leave `size` out. */
        SizeEqualsAspectRatio: {
            /** @description Only when it equals the aspect ratio. */
            size?: never;
        } | {
            /** @description Only when it equals the size. */
            aspect_ratio?: never;
        } | {
            /** @enum {string} */
            size?: "16:9";
            /** @enum {string} */
            aspect_ratio?: "16:9";
        } | {
            /** @enum {string} */
            size?: "9:16";
            /** @enum {string} */
            aspect_ratio?: "9:16";
        };
        /**
         * @description Landscape or portrait.
         * @default 16:9
         * @enum {string}
         */
        AspectRatio: "16:9" | "9:16";
        /**
         * Omni-Flash-Ext
         * @description A separate channel with rules of its own. `gemini-omni-1.1-flash-ext` is the newer name of the same page; whether both are taken today is unknown.
         */
        OmniFlashExt: {
            /**
             * @description The model, under its older or its newer name.
             * @enum {string}
             */
            model: "Omni-Flash-Ext" | "gemini-omni-1.1-flash-ext";
            prompt: components["schemas"]["Prompt"];
            /**
             * @description Length in seconds. Any other value gives `invalid_duration`.
             * @default 6
             * @enum {integer}
             */
            duration?: 4 | 6 | 8 | 10;
            /**
             * @description Letter case does not matter. 360p is on the price list only; values that are not taken give `invalid_resolution`.
             * @default 720p
             * @enum {string}
             */
            resolution?: "360p" | "720p" | "1080p" | "4k" | "360P" | "720P" | "1080P" | "4K";
            aspect_ratio?: components["schemas"]["AspectRatio"];
            /**
             * @description Twin of `aspect_ratio` for older clients. If both are sent they must be equal.
             * @enum {string}
             */
            size?: "16:9" | "9:16";
            /**
             * @description What the images are; `frame` for the first frame, `reference` for things to show.
             * @enum {string}
             */
            generation_type?: "frame" | "reference";
            /** @description None, 1 or 3 public links. 2 give `unsupported_image_count`. */
            image_urls?: components["schemas"]["HttpUrl"][];
            /** @description One public link to a reference video; may stand beside images. 2 give `unsupported_video_count`. */
            video_urls?: [
            ] | [
                components["schemas"]["HttpUrl"]
            ];
            nsfw_check?: components["schemas"]["NsfwCheck"];
            webhook?: components["schemas"]["Webhook"];
            language?: components["schemas"]["WebhookLanguage"];
        } & (components["schemas"]["DurationExcludedByVideo"] & components["schemas"]["ExtImageCounts"] & components["schemas"]["SizeEqualsAspectRatio"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            model: "Omni-Flash-Ext" | "gemini-omni-1.1-flash-ext";
        });
        /** @description Give at least one of `prompt`, `image_urls`, `first_frame_image`, `image_with_roles` and `video_urls`. */
        PromptOrAnyMedia: {
            prompt: string;
        } | {
            image_urls: unknown[];
        } | {
            first_frame_image: string;
        } | {
            image_with_roles: unknown[];
        } | {
            video_urls: [
                unknown
            ];
        };
        /** @description `last_frame_image` needs `first_frame_image`; add it or leave both out. */
        LastFrameNeedsFirst: {
            /** @description Not without a first frame. */
            last_frame_image?: never;
        } | {
            first_frame_image: string;
        };
        /** @description Send at most 10 images, `first_frame_image` and `last_frame_image` counted; shorten `image_urls`. */
        TenImagesWithFrames: {
            /** @description Not in this form. */
            first_frame_image?: never;
            /** @description Not in this form. */
            last_frame_image?: never;
        } | {
            /** @description Not in this form. */
            last_frame_image?: never;
            image_urls?: unknown[];
        } | {
            image_urls?: unknown[];
        };
        /** @description An image and what it is. */
        ImageWithRole: {
            /** @description Public link. */
            url: string;
            /**
             * @description What the image is.
             * @enum {string}
             */
            role: "first_frame" | "last_frame" | "reference";
        };
        /** @description Further instructions. */
        TaskMetadata: {
            /**
             * @description What to make of the inputs.
             * @enum {string}
             */
            task?: "text_to_video" | "image_to_video" | "reference_to_video" | "edit" | "extend";
        };
        /**
         * gemini-omni-1.1-flash
         * @description New in September 2026; the service chooses the length, 3 to 10 s. A single image is taken as the first frame unless `metadata.task` says otherwise. The page itself was not available.
         */
        GeminiOmni11Flash: {
            /**
             * @description The model.
             * @enum {string}
             */
            model: "gemini-omni-1.1-flash";
            prompt?: components["schemas"]["Prompt"];
            /**
             * @description `2160p` is taken as `4k`.
             * @default 720p
             * @enum {string}
             */
            resolution?: "360p" | "720p" | "1080p" | "4k" | "2160p";
            aspect_ratio?: components["schemas"]["CoercedAspectRatio"];
            /** @description Images; at most 10 together with the first and the last frame. */
            image_urls?: components["schemas"]["HttpUrl"][];
            /** @description Link to the first frame. */
            first_frame_image?: string;
            /** @description Link to the last frame; needs a first one. */
            last_frame_image?: string;
            /** @description Images that say what they are. Whether they count against the ten is unknown. */
            image_with_roles?: components["schemas"]["ImageWithRole"][];
            /** @description One video, at most 10 s. */
            video_urls?: [
            ] | [
                components["schemas"]["HttpUrl"]
            ];
            extend_from_task_id?: components["schemas"]["ExtendFromTaskId"];
            metadata?: components["schemas"]["TaskMetadata"];
            webhook?: components["schemas"]["Webhook"];
            language?: components["schemas"]["WebhookLanguage"];
        } & (components["schemas"]["PromptOrAnyMedia"] & components["schemas"]["VideoOrPreviousTask"] & components["schemas"]["LastFrameNeedsFirst"] & components["schemas"]["TenImagesWithFrames"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            model: "gemini-omni-1.1-flash";
        });
        /** @description One schema for each model; `model` chooses. */
        CreateVideoRequest: components["schemas"]["GeminiOmniFlashPreview"] | components["schemas"]["OmniFlashExt"] | components["schemas"]["GeminiOmni11Flash"];
        /** @description The receipt of an accepted task. No cost is told here. */
        SubmitReceipt: {
            /**
             * @description 200 on success.
             * @enum {integer}
             */
            code: 200;
            /** @description One element in every example. */
            data: {
                /**
                 * @description State on acceptance.
                 * @enum {string}
                 */
                status: "submitted";
                /** @description Opaque; examples look like `task_` and 26 characters. */
                task_id: string;
            }[];
        };
        /** @description An error. `code` equals the HTTP status on the pages, is empty text in live answers, a word in the newest form, and absent from upload errors. Message texts are localised. */
        ErrorBody: {
            /** @description Only in the newest form. */
            request_id?: string;
            /** @description What is wrong. */
            error: {
                /** @description The HTTP status, a word, or empty text. */
                code?: number | string;
                /** @description For people. */
                message: string;
                /** @description For code. */
                type: string;
                /** @description The member that is wrong; empty in live answers. */
                param?: string;
            };
        };
        /**
         * @description Always 200.
         * @enum {integer}
         */
        SuccessCode: 200;
        /** @description The task's id. */
        TaskIdMember: string;
        /** @description Percent. */
        Progress: number;
        /** @description When it was made, Unix seconds. */
        Created: number;
        /** @description Estimated run time in seconds. */
        EstimatedTime: number;
        /** @description What was charged, in USD. Older versions of the page lack it. */
        Cost: number;
        /** @description What was charged, in credits; ten times the cost in every example. */
        CreditsCost: number;
        /**
         * Waiting or running
         * @description Not finished. `submitted` and `in_progress` are on pages of other models.
         */
        WaitingTask: {
            code: components["schemas"]["SuccessCode"];
            /** @description The task. */
            data: {
                id: components["schemas"]["TaskIdMember"];
                /**
                 * @description How the task stands.
                 * @enum {string}
                 */
                status: "pending" | "submitted" | "processing" | "in_progress";
                progress?: components["schemas"]["Progress"];
                created?: components["schemas"]["Created"];
                estimated_time?: components["schemas"]["EstimatedTime"];
                cost?: components["schemas"]["Cost"];
                credits_cost?: components["schemas"]["CreditsCost"];
            };
        };
        /** @description When it was finished, Unix seconds. */
        Completed: number;
        /** @description Run time in seconds. */
        ActualTime: number;
        /** @description What was made. Other kinds of task have `images` or `audios` here. */
        TaskResult: {
            /** @description The videos. */
            videos?: {
                /** @description Links; one in the example. The oldest page shows plain text in place of the list. */
                url: string[] | string;
                /** @description When the link stops working, Unix seconds; about 24 h after completion. */
                expires_at?: number;
            }[];
        };
        /**
         * Completed
         * @description Finished; the result is there.
         */
        CompletedTask: {
            code: components["schemas"]["SuccessCode"];
            /** @description The task. */
            data: {
                id: components["schemas"]["TaskIdMember"];
                /**
                 * @description How the task stands.
                 * @enum {string}
                 */
                status: "completed";
                progress?: components["schemas"]["Progress"];
                created?: components["schemas"]["Created"];
                completed?: components["schemas"]["Completed"];
                estimated_time?: components["schemas"]["EstimatedTime"];
                actual_time?: components["schemas"]["ActualTime"];
                cost?: components["schemas"]["Cost"];
                credits_cost?: components["schemas"]["CreditsCost"];
                result: components["schemas"]["TaskResult"];
            };
        };
        /** @description Why the task failed. The pages disagree on `code`; an integer, `task_failed`, or empty text. */
        TaskError: {
            /** @description A status or a word. */
            code?: number | string;
            /** @description In the language that was asked for. */
            message: string;
            /** @description Kind of failure. */
            type?: string;
            /** @description Empty in the event. */
            param?: string;
        };
        /**
         * Failed
         * @description Finished without a result; the reserved money is refunded.
         */
        FailedTask: {
            code: components["schemas"]["SuccessCode"];
            /** @description The task. */
            data: {
                id: components["schemas"]["TaskIdMember"];
                /**
                 * @description How the task stands.
                 * @enum {string}
                 */
                status: "failed";
                progress?: components["schemas"]["Progress"];
                created?: components["schemas"]["Created"];
                completed?: components["schemas"]["Completed"];
                estimated_time?: components["schemas"]["EstimatedTime"];
                actual_time?: components["schemas"]["ActualTime"];
                error?: components["schemas"]["TaskError"];
                cost?: components["schemas"]["Cost"];
                credits_cost?: components["schemas"]["CreditsCost"];
            };
        };
        /**
         * Cancelled
         * @description Cancelled by the user, says the status page; no call that cancels is documented.
         */
        CancelledTask: {
            code: components["schemas"]["SuccessCode"];
            /** @description The task. */
            data: {
                id: components["schemas"]["TaskIdMember"];
                /**
                 * @description How the task stands.
                 * @enum {string}
                 */
                status: "cancelled";
                progress?: components["schemas"]["Progress"];
                created?: components["schemas"]["Created"];
                completed?: components["schemas"]["Completed"];
                estimated_time?: components["schemas"]["EstimatedTime"];
                actual_time?: components["schemas"]["ActualTime"];
                cost?: components["schemas"]["Cost"];
                credits_cost?: components["schemas"]["CreditsCost"];
            };
        };
        /** @description A task, by its state. */
        Task: components["schemas"]["WaitingTask"] | components["schemas"]["CompletedTask"] | components["schemas"]["FailedTask"] | components["schemas"]["CancelledTask"];
        /** @description A form with one image. */
        UploadImageRequest: {
            /**
             * Format: binary
             * @description JPEG, PNG, WebP or GIF, at most 20 MB.
             */
            file: Blob | Uint8Array;
        };
        /** @description The stored image. The link works for 72 hours; its host differs between pages and live answers. */
        UploadedImage: {
            /**
             * Format: uri
             * @description Public link.
             */
            url: string;
            /** @description Name of the file that was sent. */
            filename: string;
            /** @description Kind of image as its content tells. */
            content_type: string;
            /** @description Size. */
            bytes: number;
            /** @description Unix seconds. */
            created_at: number;
        };
        /**
         * Balance
         * @description The unit of `*_balance` depends on the account; USD, CNY or tokens. Credits are USD times ten.
         */
        BalanceFound: {
            /**
             * @description It worked.
             * @enum {boolean}
             */
            success: true;
            /** @description What is left; -1 when unlimited. */
            remain_balance: number;
            /** @description What was used. */
            used_balance: number;
            /** @description The same in credits, -1 when unlimited; older pages lack it. */
            remain_credits?: number;
            /** @description The same in credits; older pages lack it. */
            used_credits?: number;
            /** @description Whether there is no limit. */
            unlimited_quota?: boolean;
        };
        /**
         * Business failure
         * @description The balance could not be read.
         */
        BalanceFailure: {
            /**
             * @description It did not work.
             * @enum {boolean}
             */
            success: false;
            /** @description Why. */
            message: string;
        };
        /** @description A balance, or a business failure; both are HTTP 200. */
        Balance: components["schemas"]["BalanceFound"] | components["schemas"]["BalanceFailure"];
        /** @description A sum. */
        UsageSum: {
            /** @description USD. */
            amount_usd: number;
            /** @description USD times ten. */
            credits: number;
            /** @description Calls that were charged. */
            requests: number;
            /** @description Normally 0 for video. */
            prompt_tokens?: number;
            /** @description Normally 0 for video. */
            completion_tokens?: number;
        };
        /** @description Sums of spending. Members beside `data.total` and `data.items` are not published. */
        Usage: {
            /** @description The sums. */
            data: {
                total: components["schemas"]["UsageSum"];
                /** @description One sum a group. */
                items: components["schemas"]["UsageSum"][];
            };
        };
        /** @description Models; the form that OpenAI's API has. */
        ModelList: {
            /** @description list. */
            object?: string;
            /** @description The models. */
            data: {
                /** @description What to send as `model`. */
                id: string;
                /** @description model. */
                object?: string;
                /** @description Unix seconds. */
                created?: number;
                /** @description Whose it is. */
                owned_by?: string;
            }[];
        };
        /**
         * Bare task
         * @description The task without `code` and `data`.
         */
        BareTask: {
            id: components["schemas"]["TaskIdMember"];
            /**
             * @description How the task ended.
             * @enum {string}
             */
            status: "completed" | "failed";
            progress?: components["schemas"]["Progress"];
            created?: components["schemas"]["Created"];
            completed?: components["schemas"]["Completed"];
            estimated_time?: components["schemas"]["EstimatedTime"];
            actual_time?: components["schemas"]["ActualTime"];
            cost?: components["schemas"]["Cost"];
            credits_cost?: components["schemas"]["CreditsCost"];
            result?: components["schemas"]["TaskResult"];
            error?: components["schemas"]["TaskError"];
        };
        /** @description The task, bare as in the page's examples, or wrapped as in a read; take both. */
        TaskEvent: components["schemas"]["BareTask"] | components["schemas"]["Task"];
    };
    responses: {
        /** @description The key is missing or wrong. */
        Unauthorized: {
            headers: {
                "X-Oneapi-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The balance is too low. */
        PaymentRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The key may not do this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Too many requests. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The server failed. After a submit nothing is known about the money: the task may exist. */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The gateway failed. After a submit nothing is known about the money. */
        BadGateway: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The balance, or a business failure with `success` false. */
        TokenBalance: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Balance"];
            };
        };
        /** @description The request is wrong. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The balance, or a business failure with `success` false. */
        UserBalance: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Balance"];
            };
        };
        /** @description The sums. */
        Usage: {
            headers: {
                "X-Usage-Cache": components["headers"]["UsageCache"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Usage"];
            };
        };
        /** @description A parameter is wrong. */
        UsageBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The figures cannot be had now. It does not mean zero. */
        UsageUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: {
        /**
         * @description One unique value for each generation, the same again with the identical body. Described for the platform; whether Gemini Omni honours it is unconfirmed, so nothing may rely on it.
         * @example 3f0c2c5e-6a55-4f7c-9a1b-0c6b4f1d2e3a
         */
        IdempotencyKey: string;
        /**
         * @description Pins the structure of the answer; keep it the same across retries with one idempotency key.
         * @example 2026-07-27
         */
        ResponseVersion: string;
        /**
         * @description The task id of the submit's answer. Opaque.
         * @example task_01KZ0000EXAMPLE00000000000
         */
        TaskId: string;
        /**
         * @description Language of `error.message` of a failed task; any other value, or none, leaves the message as it is. Letter case and outer spaces do not matter, region tags such as `zh-CN` are not taken (reported by platform-study).
         * @example en
         */
        Language: "en" | "zh" | "ja" | "ko" | "ru" | "fr" | "de" | "id" | "pt" | "es";
        /**
         * @description Start of the span, inclusive; Unix seconds or RFC 3339. Whether it may be left out is not stated.
         * @example 1790000000
         */
        UsageStart: string;
        /**
         * @description End of the span, exclusive; at most 31 days after `start`. Whether it may be left out is not stated.
         * @example 1790086400
         */
        UsageEnd: string;
        /**
         * @description Model ids, separated by commas, at most 50; whole ids, letter case does not matter.
         * @example gemini-omni-flash-preview
         */
        UsageModel: string;
        /**
         * @description How the items are grouped.
         * @example model
         */
        UsageGroupBy: "none" | "model" | "date" | "model,date";
        /**
         * @description Time zone of the dates.
         * @example Asia/Shanghai
         */
        UsageTimeZone: string;
        /**
         * @description Spending of this key or of the whole account.
         * @example key
         */
        UsageScope: "key" | "account";
        /**
         * @description Adds more about each model. Its values are not published.
         * @example true
         */
        Expand: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Id of the request, for the provider's support. Not documented.
         * @example 20260919123456789012345678
         */
        RequestId: string;
        /**
         * @description Seconds to wait. Promised for 409 `idempotency_in_progress` only; elsewhere it may be absent.
         * @example 2
         */
        RetryAfter: number;
        /**
         * @description Whether the answer came from the cache.
         * @example miss
         */
        UsageCache: "hit" | "miss";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createVideoGeneration: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description One unique value for each generation, the same again with the identical body. Described for the platform; whether Gemini Omni honours it is unconfirmed, so nothing may rely on it.
                 * @example 3f0c2c5e-6a55-4f7c-9a1b-0c6b4f1d2e3a
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Pins the structure of the answer; keep it the same across retries with one idempotency key.
                 * @example 2026-07-27
                 */
                "X-APIMart-Response-Version"?: components["parameters"]["ResponseVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The model decides which of the other members are allowed. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateVideoRequest"];
            };
        };
        responses: {
            /** @description Accepted; a task exists. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmitReceipt"];
                };
            };
            /** @description The request is wrong. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            /** @description Answers to an `Idempotency-Key`. The first copy of the request may have been taken, so nothing is known about the money. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            /** @description The idempotency store is down; the request was not executed. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getTask: {
        parameters: {
            query?: {
                /**
                 * @description Language of `error.message` of a failed task; any other value, or none, leaves the message as it is. Letter case and outer spaces do not matter, region tags such as `zh-CN` are not taken (reported by platform-study).
                 * @example en
                 */
                language?: components["parameters"]["Language"];
            };
            header?: never;
            path: {
                /**
                 * @description The task id of the submit's answer. Opaque.
                 * @example task_01KZ0000EXAMPLE00000000000
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the task stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description No task has this id. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
        };
    };
    uploadImage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One image, at most 20 MB. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadImageRequest"];
            };
        };
        responses: {
            /** @description Uploaded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedImage"];
                };
            };
            /** @description No file, or not an image that is taken. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The image is larger than 20 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many uploads. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The image could not be stored. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getTokenBalance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TokenBalance"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getTokenBalanceAlias: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TokenBalance"];
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
            200: components["responses"]["UserBalance"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getUserBalanceAlias: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UserBalance"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getUsage: {
        parameters: {
            query?: {
                /**
                 * @description Start of the span, inclusive; Unix seconds or RFC 3339. Whether it may be left out is not stated.
                 * @example 1790000000
                 */
                start?: components["parameters"]["UsageStart"];
                /**
                 * @description End of the span, exclusive; at most 31 days after `start`. Whether it may be left out is not stated.
                 * @example 1790086400
                 */
                end?: components["parameters"]["UsageEnd"];
                /**
                 * @description Model ids, separated by commas, at most 50; whole ids, letter case does not matter.
                 * @example gemini-omni-flash-preview
                 */
                model?: components["parameters"]["UsageModel"];
                /**
                 * @description How the items are grouped.
                 * @example model
                 */
                group_by?: components["parameters"]["UsageGroupBy"];
                /**
                 * @description Time zone of the dates.
                 * @example Asia/Shanghai
                 */
                tz?: components["parameters"]["UsageTimeZone"];
                /**
                 * @description Spending of this key or of the whole account.
                 * @example key
                 */
                scope?: components["parameters"]["UsageScope"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Usage"];
            400: components["responses"]["UsageBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["UsageUnavailable"];
        };
    };
    getUsageAlias: {
        parameters: {
            query?: {
                /**
                 * @description Start of the span, inclusive; Unix seconds or RFC 3339. Whether it may be left out is not stated.
                 * @example 1790000000
                 */
                start?: components["parameters"]["UsageStart"];
                /**
                 * @description End of the span, exclusive; at most 31 days after `start`. Whether it may be left out is not stated.
                 * @example 1790086400
                 */
                end?: components["parameters"]["UsageEnd"];
                /**
                 * @description Model ids, separated by commas, at most 50; whole ids, letter case does not matter.
                 * @example gemini-omni-flash-preview
                 */
                model?: components["parameters"]["UsageModel"];
                /**
                 * @description How the items are grouped.
                 * @example model
                 */
                group_by?: components["parameters"]["UsageGroupBy"];
                /**
                 * @description Time zone of the dates.
                 * @example Asia/Shanghai
                 */
                tz?: components["parameters"]["UsageTimeZone"];
                /**
                 * @description Spending of this key or of the whole account.
                 * @example key
                 */
                scope?: components["parameters"]["UsageScope"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Usage"];
            400: components["responses"]["UsageBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["UsageUnavailable"];
        };
    };
    listModels: {
        parameters: {
            query?: {
                /**
                 * @description Adds more about each model. Its values are not published.
                 * @example true
                 */
                expand?: components["parameters"]["Expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The models. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    receiveTaskEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The task. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskEvent"];
            };
        };
        responses: {
            /** @description Taken. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Dropped; it is not sent again. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Sent again up to three times. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
