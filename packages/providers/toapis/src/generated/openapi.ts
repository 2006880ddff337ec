// Generated from specs/toapis/ by `npm run generate`. Do not edit: change the YAML and run it again.

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
         * @description Asynchronous: the answer is a task to be read with `getVideoGeneration`. Image and video models are never called through the chat interface. The page gives this address for the models below; `createVideo` is for the newest ones.
         */
        post: operations["createVideoGeneration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/videos/generations/{task_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The task id of the submit's answer, or the `client_business_id` that was sent.
                 * @example video_01KZEXAMPLE0001
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        /**
         * Read a video task
         * @description By the task id, or by the `client_business_id` that was sent. Wait 5 s before the first look, then 10 s between looks; a task takes 1 to 5 minutes as a rule. A failed task is an HTTP 200 whose `status` is `failed`.
         */
        get: operations["getVideoGeneration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/videos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit a video task of a 1.1 model
         * @description The address of the two newest 1.1 models; whether `createVideoGeneration` takes them as well is unknown. Read the task with `getVideo`, by the id of this answer, never by the upstream supplier's.
         */
        post: operations["createVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/videos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The task id of the submit's answer, never the upstream supplier's.
                 * @example video_01KZEXAMPLE0001
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Read a video task of a 1.1 model
         * @description The pages give this address only; the form of the answer is taken to be that of `getVideoGeneration`.
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
         * @description The generation models take no base64 images; upload first and send the link. How long the link works is unknown.
         */
        post: operations["uploadImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/uploads/videos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a video
         * @description Turns a local video into a link that `video_list` and `video_urls` take.
         */
        post: operations["uploadVideo"];
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
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Models that the key may use
         * @description Filtered by key and group. Video models are hidden unless `type` is `video` or `all`.
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
    "/v1/pricing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Price catalogue
         * @description Prices in USD, page by page.
         */
        get: operations["listPrices"];
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
         * @description Sent to the callback address of the key once a task has completed or failed for good, after internal retries and the final charge or refund; at least once, with the same `id` each time. There are no progress events. Only a 2xx within 10 s counts; redirects are not followed; a 4xx or 5xx is tried again after about 10 s, 30 s, 2 min, 10 min, 1 h, 6 h and 24 h. Only public HTTPS addresses. Address and a 32-byte secret, which is shown once, are set up on the key.
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
        /** @description Subject, action, scene, style. No limit of length is stated. */
        Prompt: string;
        /**
         * @description Landscape or portrait.
         * @default 16:9
         * @enum {string}
         */
        AspectRatio: "16:9" | "9:16";
        /** @description Your own order id, told before the submit; `getVideoGeneration` takes it in place of the task id (whether `getVideo` does is unknown). Belongs to the key's user. Whether a second submit with the same id is refused is unknown. Also taken inside `metadata`, which this contract does not use. */
        ClientBusinessId: string;
        /**
         * Format: uri
         * @description Path and query for the event of this task; scheme, host and port must be those of the key's callback address. Without one set up for the key the submit is refused.
         */
        CallbackUrl: string;
        /**
         * gemini_omni
         * @description The baseline; text to video in 720p, no image or video input. Whether it is still taken is unknown.
         */
        GeminiOmni: {
            /**
             * @description The model. The page gives this value as the default and marks the member as required. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "gemini_omni";
            prompt: components["schemas"]["Prompt"];
            aspect_ratio?: components["schemas"]["AspectRatio"];
            /**
             * @description Length in seconds.
             * @default 6
             * @enum {integer}
             */
            duration?: 6 | 10;
            /**
             * @description Only 720P, with an upper-case P.
             * @default 720P
             * @enum {string}
             */
            resolution?: "720P";
            client_business_id?: components["schemas"]["ClientBusinessId"];
            callback_url?: components["schemas"]["CallbackUrl"];
        };
        /** @description `resolution` 1080p needs `aspect_ratio` 16:9; choose 16:9, or leave `resolution` out. */
        FullHdOnlyInLandscape: {
            /** @enum {string} */
            resolution?: "720P" | "720p";
        } | {
            /** @enum {string} */
            aspect_ratio?: "16:9";
        };
        /** @description Send none, 1 or 3 images in `image_urls`; 2 are not supported. */
        NoneOneOrThreeImages: {
            image_urls?: [
            ];
        } | {
            image_urls?: [
                unknown
            ];
        } | {
            image_urls?: unknown[];
        };
        /**
         * @description Length in seconds.
         * @default 6
         * @enum {integer}
         */
        FlashDuration: 4 | 6 | 10;
        /** @description A public link. */
        PublicUrl: string;
        /**
         * gemini_omni_flash
         * @description The renamed baseline with image input. An earlier version of its page had 6 and 10 s and 720P only. On some channels this id is an alias of `gemini-omni-flash`, whose rules differ.
         */
        GeminiOmniFlashExtended: {
            /**
             * @description The model.
             * @enum {string}
             */
            model: "gemini_omni_flash";
            prompt: components["schemas"]["Prompt"];
            aspect_ratio?: components["schemas"]["AspectRatio"];
            duration?: components["schemas"]["FlashDuration"];
            /**
             * @description 1080p only in landscape.
             * @default 720P
             * @enum {string}
             */
            resolution?: "720P" | "1080p";
            /** @description None, 1 or 3 public links; 2 are not supported. No base64. */
            image_urls?: components["schemas"]["PublicUrl"][];
            client_business_id?: components["schemas"]["ClientBusinessId"];
            callback_url?: components["schemas"]["CallbackUrl"];
        } & (components["schemas"]["FullHdOnlyInLandscape"] & components["schemas"]["NoneOneOrThreeImages"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            model: "gemini_omni_flash";
        });
        /**
         * gemini-omni-flash
         * @description The older, unofficial channel, as its page calls it; the page points to the official one. The rule that 2 images are not supported is no longer stated.
         */
        GeminiOmniFlash: {
            /**
             * @description The model.
             * @enum {string}
             */
            model: "gemini-omni-flash";
            prompt: components["schemas"]["Prompt"];
            aspect_ratio?: components["schemas"]["AspectRatio"];
            duration?: components["schemas"]["FlashDuration"];
            /**
             * @description 1080p only in landscape.
             * @default 720p
             * @enum {string}
             */
            resolution?: "720p" | "1080p";
            /** @description Up to 3 public links. No base64 and no data URI. */
            image_urls?: components["schemas"]["PublicUrl"][];
            client_business_id?: components["schemas"]["ClientBusinessId"];
            callback_url?: components["schemas"]["CallbackUrl"];
        } & (components["schemas"]["FullHdOnlyInLandscape"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            model: "gemini-omni-flash";
        });
        /** @description `image_urls` and `video_list` exclude each other; leave one out. */
        ImagesOrVideos: {
            video_list?: [
            ];
        } | {
            image_urls?: [
            ];
        };
        /**
         * @description Landscape or portrait. Taken, but without effect, when a video is edited.
         * @default 16:9
         * @enum {string}
         */
        EditIgnoredAspectRatio: "16:9" | "9:16";
        /** @description At most 10 links. */
        OfficialImages: components["schemas"]["PublicUrl"][];
        /** @description A video to edit or follow. */
        VideoListItem: {
            /** @description HTTPS link, data URI, or the link of an upload. */
            video_url: string;
        };
        /** @description At most 3 videos; one that is fetched may have 50 MB. */
        VideoList: components["schemas"]["VideoListItem"][];
        /**
         * @description What to make of the inputs; left out, the model decides.
         * @enum {string}
         */
        MetadataTask: "text_to_video" | "image_to_video" | "reference_to_video" | "edit";
        /** @description Further settings of the upstream API. */
        OfficialMetadata: {
            /** @description How freely the model chooses. */
            temperature?: number;
            /** @description Share of the likeliest choices. */
            topP?: number;
            /** @description The same as `topP`. */
            top_p?: number;
            /** @description Number of candidates. Type and bounds are not stated. */
            candidateCount?: unknown;
            /** @description The same as `candidateCount`. */
            candidate_count?: unknown;
            /** @description Upstream id of the interaction to go on from. */
            previous_interaction_id?: string;
            task?: components["schemas"]["MetadataTask"];
        };
        /**
         * gemini-omni-flash-preview-official
         * @description Google's own channel. Parameters of Veo are refused. The platform drops `aspect_ratio` when a video is edited.
         */
        GeminiOmniFlashPreviewOfficial: {
            /**
             * @description The model.
             * @enum {string}
             */
            model: "gemini-omni-flash-preview-official";
            prompt: components["schemas"]["Prompt"];
            /**
             * @description Length in seconds, at most 10; 4, 6, 8 and 10 are named. The least is not stated.
             * @default 6
             */
            duration?: number;
            aspect_ratio?: components["schemas"]["EditIgnoredAspectRatio"];
            /**
             * @description Only 720p.
             * @default 720p
             * @enum {string}
             */
            resolution?: "720p";
            image_urls?: components["schemas"]["OfficialImages"];
            video_list?: components["schemas"]["VideoList"];
            metadata?: components["schemas"]["OfficialMetadata"];
            client_business_id?: components["schemas"]["ClientBusinessId"];
            callback_url?: components["schemas"]["CallbackUrl"];
        } & (components["schemas"]["ImagesOrVideos"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            model: "gemini-omni-flash-preview-official";
        });
        /**
         * @description Landscape or portrait. Not for edits; whether it is refused or dropped then is not stated.
         * @default 16:9
         * @enum {string}
         */
        NoEditAspectRatio: "16:9" | "9:16";
        /** @description A video to edit or follow. */
        ClipListItem: {
            /** @description HTTPS link, data URI, or the link of an upload, as with the other official model; this page shows the form only. */
            video_url: string;
        };
        /** @description At most 3 videos, MP4 or MOV, 50 MiB each. */
        ClipList: components["schemas"]["ClipListItem"][];
        /** @description Further instructions. */
        TaskMetadata: {
            task?: components["schemas"]["MetadataTask"];
        };
        /**
         * gemini-omni-1.1-flash-preview-official
         * @description Google's own channel, 1.1. `generateAudio`, `negativePrompt` and `seed` are not taken. `aspect_ratio` is not for edits.
         */
        GeminiOmni11FlashPreviewOfficial: {
            /**
             * @description The model.
             * @enum {string}
             */
            model: "gemini-omni-1.1-flash-preview-official";
            prompt: components["schemas"]["Prompt"];
            /**
             * @description Length in seconds.
             * @default 6
             */
            duration?: number;
            /**
             * @description 4K with an upper-case K.
             * @default 720p
             * @enum {string}
             */
            resolution?: "360p" | "720p" | "1080p" | "4K";
            aspect_ratio?: components["schemas"]["NoEditAspectRatio"];
            image_urls?: components["schemas"]["OfficialImages"];
            video_list?: components["schemas"]["ClipList"];
            metadata?: components["schemas"]["TaskMetadata"];
            client_business_id?: components["schemas"]["ClientBusinessId"];
            callback_url?: components["schemas"]["CallbackUrl"];
        } & (components["schemas"]["ImagesOrVideos"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            model: "gemini-omni-1.1-flash-preview-official";
        });
        /** @description One schema for each model; `model` chooses. */
        CreateVideoGenerationRequest: components["schemas"]["GeminiOmni"] | components["schemas"]["GeminiOmniFlashExtended"] | components["schemas"]["GeminiOmniFlash"] | components["schemas"]["GeminiOmniFlashPreviewOfficial"] | components["schemas"]["GeminiOmni11FlashPreviewOfficial"];
        /** @description The task's id. Opaque; examples begin with `video_`, `vid_` or `task_`. */
        TaskIdMember: string;
        /** @description `generation.task`; later pages say "usually". */
        ObjectMember: string;
        /** @description The model that is used. */
        ModelMember: string;
        /** @description When it was made, Unix seconds. */
        CreatedAt: number;
        /** @description Percent. */
        Progress: number;
        /** @description The order id that was sent. */
        ClientBusinessIdEcho: string;
        /** @description The new task. */
        SubmittedTask: {
            id: components["schemas"]["TaskIdMember"];
            object: components["schemas"]["ObjectMember"];
            model: components["schemas"]["ModelMember"];
            /**
             * @description State on acceptance; an English table writes `submitted` for `queued`.
             * @enum {string}
             */
            status: "queued" | "submitted";
            created_at: components["schemas"]["CreatedAt"];
            progress?: components["schemas"]["Progress"];
            client_business_id?: components["schemas"]["ClientBusinessIdEcho"];
            /** @description Named by pages of single models; the link, once the task is completed. */
            video_url?: string;
            /** @description Pages of other models show it. */
            metadata?: {
                [key: string]: unknown;
            };
        };
        /** @description An error. `code` is a word on some pages and the HTTP status on others; two words are in use for the same case. */
        ErrorBody: {
            /** @description What is wrong. */
            error: {
                /** @description A word, or the HTTP status. */
                code?: number | string;
                /** @description For people. */
                message: string;
                /** @description For code; beside an integer code. */
                type?: string;
            };
        };
        /** @description What was charged; the newest pages have it. Its absence does not mean free. */
        Billing: {
            /**
             * @description Whether the amount is final.
             * @enum {string}
             */
            status?: "pending" | "settled" | "refunded";
            /** @description Decimal number as text; absent while pending. */
            credits?: string;
            /** @description Decimal number as text; absent while pending. */
            cost_usd?: string;
        };
        /**
         * Queued
         * @description Waiting. For a task that asks for private asset review also its preparation, up to 20 minutes a round.
         */
        VideoQueued: {
            id: components["schemas"]["TaskIdMember"];
            object: components["schemas"]["ObjectMember"];
            model: components["schemas"]["ModelMember"];
            /**
             * @description How the task stands.
             * @enum {string}
             */
            status: "queued" | "submitted";
            progress?: components["schemas"]["Progress"];
            created_at: components["schemas"]["CreatedAt"];
            client_business_id?: components["schemas"]["ClientBusinessIdEcho"];
            billing?: components["schemas"]["Billing"];
        };
        /**
         * In progress
         * @description Running.
         */
        VideoInProgress: {
            id: components["schemas"]["TaskIdMember"];
            object: components["schemas"]["ObjectMember"];
            model: components["schemas"]["ModelMember"];
            /**
             * @description How the task stands.
             * @enum {string}
             */
            status: "in_progress";
            progress?: components["schemas"]["Progress"];
            created_at: components["schemas"]["CreatedAt"];
            client_business_id?: components["schemas"]["ClientBusinessIdEcho"];
            billing?: components["schemas"]["Billing"];
        };
        /** @description What was made. */
        VideoResult: {
            /**
             * @description Kind of result.
             * @enum {string}
             */
            type: "video";
            /** @description The videos. */
            data: {
                /**
                 * Format: uri
                 * @description Link.
                 */
                url: string;
                /** @description Such as mp4. */
                format?: string;
                /** @description Link to the last frame; other models. */
                last_frame_url?: string;
            }[];
        };
        /**
         * Completed
         * @description Finished. The link stands in `result.data`, by the status page and every example; pages of single models name `video_url` at the top.
         */
        VideoCompleted: {
            id: components["schemas"]["TaskIdMember"];
            object: components["schemas"]["ObjectMember"];
            model: components["schemas"]["ModelMember"];
            /**
             * @description How the task stands.
             * @enum {string}
             */
            status: "completed";
            progress?: components["schemas"]["Progress"];
            created_at: components["schemas"]["CreatedAt"];
            /** @description When it was finished, Unix seconds. */
            completed_at?: number;
            /** @description When the link stops working, Unix seconds; 24 h after completion. Submit again after that. */
            expires_at?: number;
            client_business_id?: components["schemas"]["ClientBusinessIdEcho"];
            result: components["schemas"]["VideoResult"];
            /**
             * Format: uri
             * @description Link to the video, named by pages of single models.
             */
            video_url?: string;
            billing?: components["schemas"]["Billing"];
            /** @description Counts of other models. */
            usage?: {
                [key: string]: unknown;
            };
        };
        /** @description Why the task failed. */
        TaskError: {
            /** @description Such as generation_failed. */
            code?: string | number;
            /** @description For people. */
            message: string;
        };
        /**
         * Failed
         * @description Finished without a result.
         */
        VideoFailed: {
            id: components["schemas"]["TaskIdMember"];
            object: components["schemas"]["ObjectMember"];
            model: components["schemas"]["ModelMember"];
            /**
             * @description How the task stands.
             * @enum {string}
             */
            status: "failed";
            progress?: components["schemas"]["Progress"];
            created_at: components["schemas"]["CreatedAt"];
            client_business_id?: components["schemas"]["ClientBusinessIdEcho"];
            error?: components["schemas"]["TaskError"];
            billing?: components["schemas"]["Billing"];
        };
        /** @description A task, by its state. */
        VideoTask: components["schemas"]["VideoQueued"] | components["schemas"]["VideoInProgress"] | components["schemas"]["VideoCompleted"] | components["schemas"]["VideoFailed"];
        /**
         * gemini-omni-1.1-flash-preview
         * @description 1.1 with a fixed length of 10 s in 720p.
         */
        GeminiOmni11FlashPreview: {
            /**
             * @description The model. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "gemini-omni-1.1-flash-preview";
            prompt: components["schemas"]["Prompt"];
            /**
             * @description Length in seconds; fixed.
             * @default 10
             * @enum {integer}
             */
            duration?: 10;
            /**
             * @description Only 720p.
             * @default 720p
             * @enum {string}
             */
            resolution?: "720p";
            aspect_ratio?: components["schemas"]["AspectRatio"];
            /** @description At most 5 links. */
            image_urls?: components["schemas"]["PublicUrl"][];
            client_business_id?: components["schemas"]["ClientBusinessId"];
            callback_url?: components["schemas"]["CallbackUrl"];
        };
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
        VipImageCounts: {
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
        /**
         * gemini-omni-1.1-flash-preview-vip
         * @description 1.1 up to 4k, with a first frame, references or a reference video.
         */
        GeminiOmni11FlashPreviewVip: {
            /**
             * @description The model.
             * @enum {string}
             */
            model: "gemini-omni-1.1-flash-preview-vip";
            prompt: components["schemas"]["Prompt"];
            /**
             * @description Length in seconds. Leave it out with a reference video; `seconds` must be absent then as well, and is never taken by this contract.
             * @default 6
             * @enum {integer}
             */
            duration?: 4 | 6 | 8 | 10;
            /**
             * @description Letter case does not matter.
             * @default 720p
             * @enum {string}
             */
            resolution?: "360p" | "720p" | "1080p" | "4k" | "360P" | "720P" | "1080P" | "4K";
            aspect_ratio?: components["schemas"]["AspectRatio"];
            /**
             * @description What the images are; without it 1 image is the first frame and 3 are references. Leave it out without images.
             * @enum {string}
             */
            generation_type?: "frame" | "reference";
            /** @description None, 1 or 3 links; never 2. */
            image_urls?: components["schemas"]["PublicUrl"][];
            /** @description One link to a reference video; may stand beside images. */
            video_urls?: [
            ] | [
                components["schemas"]["PublicUrl"]
            ];
            client_business_id?: components["schemas"]["ClientBusinessId"];
            callback_url?: components["schemas"]["CallbackUrl"];
        } & (components["schemas"]["DurationExcludedByVideo"] & components["schemas"]["VipImageCounts"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            model: "gemini-omni-1.1-flash-preview-vip";
        });
        /** @description One schema for each model; `model` chooses. */
        CreateVideoRequest: components["schemas"]["GeminiOmni11FlashPreview"] | components["schemas"]["GeminiOmni11FlashPreviewVip"];
        /** @description A form with one image. */
        UploadImageRequest: {
            /**
             * Format: binary
             * @description JPEG, PNG, WebP or GIF, at most 10 MB.
             */
            file: Blob | Uint8Array;
            /**
             * @description What the file is for.
             * @default generation
             */
            purpose?: string;
        };
        /** @description The stored file. */
        UploadedFile: {
            /**
             * @description It worked.
             * @enum {boolean}
             */
            success: true;
            /** @description Empty. */
            message: string;
            /** @description The file. */
            data: {
                /** @description Id of the upload. */
                id: string;
                /**
                 * Format: uri
                 * @description Public link.
                 */
                url: string;
                /** @description Kind of file. */
                mime_type: string;
                /** @description Bytes. */
                size: number;
            };
        };
        /** @description The file was not taken. */
        UploadFailure: {
            /**
             * @description It did not work.
             * @enum {boolean}
             */
            success: false;
            /** @description Why. */
            message: string;
        };
        /** @description A form with one video. */
        UploadVideoRequest: {
            /**
             * Format: binary
             * @description MP4, WebM or MOV, at most 50 MB.
             */
            file: Blob | Uint8Array;
            /**
             * @description What the file is for.
             * @default generation
             */
            purpose?: string;
        };
        /**
         * Balance
         * @description The unit of `*_balance` depends on the account (USD, CNY or tokens), that of credits does not; 200 credits are 1 USD.
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
            /** @description What is left, in credits; not -1 in the examples of unlimited accounts. */
            remain_credits: number;
            /** @description What was used, in credits. */
            used_credits: number;
            /** @description 200. */
            credits_per_usd: number;
            /** @description Whether there is no limit. */
            unlimited_quota: boolean;
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
        /** @description Models. */
        ModelList: {
            /** @description It worked. */
            success?: boolean;
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
                /** @description Which interfaces take it. */
                supported_endpoint_types?: string[];
            }[];
        };
        /** @description A price. */
        Price: {
            /** @description Group of users. */
            group: string;
            /** @description When it holds, such as `resolution`. */
            conditions: {
                [key: string]: unknown;
            };
            /**
             * @description How it is charged.
             * @enum {string}
             */
            charge_type: "per_request" | "per_second" | "per_token";
            /**
             * @description What is counted.
             * @enum {string}
             */
            price_basis: "request" | "output_seconds" | "total_tokens" | "text_input_tokens";
            /**
             * @description What the price is for.
             * @enum {string}
             */
            unit: "request" | "second" | "1m_tokens";
            /** @description Decimal number as text. */
            unit_price: string;
            /** @description Not described. */
            input_unit_price?: unknown;
            /** @description Not described. */
            input_image_unit_price?: unknown;
            /** @description Not described. */
            free_input_image_count?: unknown;
            /** @description Least charge. */
            minimum_charge_usd?: unknown;
            /** @description Not described. */
            image_token_prices?: unknown;
            /** @description Not described. */
            pricing_period?: unknown;
            /** @description Not described. */
            pricing_timezone?: unknown;
            /** @description Not described. */
            pricing_schedule_version?: unknown;
            /** @description Not described. */
            pricing_peak_windows?: unknown;
        };
        /** @description The prices of a model. */
        ModelPrices: {
            /** @description Model id. */
            id: string;
            /**
             * @description Kind of model.
             * @enum {string}
             */
            type: "image" | "video";
            /** @description Prices by group and condition. */
            prices: components["schemas"]["Price"][];
        };
        /** @description A page of prices. */
        PriceList: {
            /**
             * @description list.
             * @enum {string}
             */
            object: "list";
            /**
             * @description USD.
             * @enum {string}
             */
            currency: "USD";
            /** @description Models. */
            data: components["schemas"]["ModelPrices"][];
            /** @description Whether there is another page. */
            has_more: boolean;
            /** @description `after` of the next page; empty when done. */
            next_after: string;
        };
        /**
         * Completed
         * @description A task has completed.
         */
        TaskCompletedEvent: {
            /** @description The same on every retry. */
            id: string;
            /**
             * @description Kind of event.
             * @enum {string}
             */
            type: "generation.completed";
            /** @description v1. */
            api_version: string;
            /** @description Unix seconds. */
            created_at: number;
            /** @description The task, in words of its own. */
            data: {
                /** @description The task's id. */
                task_id: string;
                client_business_id?: components["schemas"]["ClientBusinessIdEcho"];
                /**
                 * @description Kind of task.
                 * @enum {string}
                 */
                task_type: "image" | "video";
                model?: components["schemas"]["ModelMember"];
                /**
                 * @description How it ended.
                 * @enum {string}
                 */
                status: "SUCCESS";
                /** @description Text, such as 100%. */
                progress: string;
                result: components["schemas"]["VideoResult"];
                billing?: components["schemas"]["Billing"];
                /** @description Counts of other models. */
                usage?: {
                    [key: string]: unknown;
                } | null;
                /** @description Nothing. */
                error?: null;
                /** @description Unix seconds. */
                submitted_at: number;
                /** @description Unix seconds. */
                finished_at: number;
            };
        };
        /**
         * Failed
         * @description A task has failed for good; the charge is final or refunded.
         */
        TaskFailedEvent: {
            /** @description The same on every retry. */
            id: string;
            /**
             * @description Kind of event.
             * @enum {string}
             */
            type: "generation.failed";
            /** @description v1. */
            api_version: string;
            /** @description Unix seconds. */
            created_at: number;
            /** @description The task, in words of its own. */
            data: {
                /** @description The task's id. */
                task_id: string;
                client_business_id?: components["schemas"]["ClientBusinessIdEcho"];
                /**
                 * @description Kind of task.
                 * @enum {string}
                 */
                task_type: "image" | "video";
                model?: components["schemas"]["ModelMember"];
                /**
                 * @description How it ended.
                 * @enum {string}
                 */
                status: "FAILURE";
                /** @description Text, such as 0%. */
                progress: string;
                /** @description Nothing. */
                result?: null;
                billing?: components["schemas"]["Billing"];
                /** @description Counts of other models. */
                usage?: {
                    [key: string]: unknown;
                } | null;
                error: components["schemas"]["TaskError"];
                /** @description Unix seconds. */
                submitted_at: number;
                /** @description Unix seconds. */
                finished_at: number;
            };
        };
        /**
         * Test
         * @description A test of the address. Its `data` is not shown.
         */
        EndpointTestEvent: {
            /** @description The same on every retry. */
            id: string;
            /**
             * @description Kind of event.
             * @enum {string}
             */
            type: "endpoint.test";
            /** @description v1. */
            api_version: string;
            /** @description Unix seconds. */
            created_at: number;
            /** @description Not described. */
            data?: {
                [key: string]: unknown;
            };
        };
        /** @description An event. */
        TaskEvent: components["schemas"]["TaskCompletedEvent"] | components["schemas"]["TaskFailedEvent"] | components["schemas"]["EndpointTestEvent"];
    };
    responses: {
        /** @description Accepted; a task exists. */
        Submitted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SubmittedTask"];
            };
        };
        /** @description The request is wrong. */
        SubmitBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The key is missing or wrong. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Too little is left. The seed has this under 429; the status page's table has 402. */
        PaymentRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Moderation refuses the input. */
        UnprocessableContent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Too many requests. Submits and reads have a bucket each, for the user and not the key; by group 300, 1,000 or 2,000 submits and 3,000, 10,000 or 30,000 reads a minute (`default`, `vip`, `svip`), in bursts of 50, 167 or 334 and 500, 1,667 or 5,000 in 10 s. Calls that fail count as well, refused ones do not. */
        TaskTooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Category": components["headers"]["RateLimitCategory"];
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
        /** @description The limiter of submits is down; nothing was submitted. Reads go on. */
        LimiterUnavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description How the task stands. */
        VideoTask: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["VideoTask"];
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
        /** @description No task has this id. */
        TaskNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The key is missing or wrong. The page does not list it. */
        UndocumentedUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Too many requests. The page does not list it. */
        UndocumentedTooManyRequests: {
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
        /** @description The request is wrong. The page does not list it. */
        UndocumentedBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Too many requests. */
        AccountTooManyRequests: {
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
    };
    parameters: {
        /**
         * @description The task id of the submit's answer, or the `client_business_id` that was sent.
         * @example video_01KZEXAMPLE0001
         */
        TaskId: string;
        /**
         * @description The task id of the submit's answer, never the upstream supplier's.
         * @example video_01KZEXAMPLE0001
         */
        Id: string;
        /**
         * @description Kind of model; `chat` is the same as `text`.
         * @example video
         */
        ModelType: "text" | "chat" | "image" | "video" | "audio" | "all";
        /**
         * @description Exact model id.
         * @example gemini-omni-1.1-flash-preview-official
         */
        PriceModel: string;
        /**
         * @description Kind of model.
         * @example video
         */
        PriceType: "image" | "video";
        /**
         * @description Models a page.
         * @example 100
         */
        Limit: number;
        /**
         * @description Cursor; `next_after` of the page before.
         * @example gemini_omni
         */
        After: string;
        /**
         * @description Id of the event; the same on every retry.
         * @example evt_0example
         */
        WebhookId: string;
        /**
         * @description Unix seconds; refuse what is more than 5 minutes off.
         * @example 1790000182
         */
        WebhookTimestamp: string;
        /**
         * @description `v1=` and the lower-case hex HMAC-SHA256 over id, timestamp and raw body, joined by dots. For 24 hours after the secret was rotated there are two, separated by a comma.
         * @example v1=5f0c0d5b1c1d7a0e6d0f3a0b6f1c7d8e9f00112233445566778899aabbccddee
         */
        WebhookSignature: string;
        /**
         * @description How the sender names itself.
         * @example ToAPIs-Webhook/1.0
         */
        WebhookUserAgent: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Seconds to wait.
         * @example 2
         */
        RetryAfter: number;
        /**
         * @description Size of the bucket. Whether it comes with successes is not stated.
         * @example 300
         */
        RateLimitLimit: number;
        /**
         * @description What is left in the bucket.
         * @example 0
         */
        RateLimitRemaining: number;
        /**
         * @description What it counts is not stated.
         * @example 1790000060
         */
        RateLimitReset: number;
        /**
         * @description Which bucket; submits and reads have one each.
         * @example async_submit
         */
        RateLimitCategory: "async_submit" | "async_query";
        /**
         * @description Prices are not to be stored.
         * @example private, no-store
         */
        CacheControl: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createVideoGeneration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The model decides which of the other members are allowed. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateVideoGenerationRequest"];
            };
        };
        responses: {
            200: components["responses"]["Submitted"];
            400: components["responses"]["SubmitBadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TaskTooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["LimiterUnavailable"];
        };
    };
    getVideoGeneration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The task id of the submit's answer, or the `client_business_id` that was sent.
                 * @example video_01KZEXAMPLE0001
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["VideoTask"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            404: components["responses"]["TaskNotFound"];
            429: components["responses"]["TaskTooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    createVideo: {
        parameters: {
            query?: never;
            header?: never;
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
            200: components["responses"]["Submitted"];
            400: components["responses"]["SubmitBadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TaskTooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["LimiterUnavailable"];
        };
    };
    getVideo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The task id of the submit's answer, never the upstream supplier's.
                 * @example video_01KZEXAMPLE0001
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["VideoTask"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            404: components["responses"]["TaskNotFound"];
            429: components["responses"]["TaskTooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    uploadImage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One image, at most 10 MB. */
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
                    "application/json": components["schemas"]["UploadedFile"];
                };
            };
            /** @description Not an image that is taken. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadFailure"];
                };
            };
            401: components["responses"]["UndocumentedUnauthorized"];
            429: components["responses"]["UndocumentedTooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    uploadVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One video, at most 50 MB. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadVideoRequest"];
            };
        };
        responses: {
            /** @description Uploaded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedFile"];
                };
            };
            /** @description Not a video that is taken. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadFailure"];
                };
            };
            401: components["responses"]["UndocumentedUnauthorized"];
            429: components["responses"]["UndocumentedTooManyRequests"];
            500: components["responses"]["InternalServerError"];
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
            400: components["responses"]["UndocumentedBadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["AccountTooManyRequests"];
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
            400: components["responses"]["UndocumentedBadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["AccountTooManyRequests"];
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
            400: components["responses"]["UndocumentedBadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["AccountTooManyRequests"];
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
            400: components["responses"]["UndocumentedBadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["AccountTooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listModels: {
        parameters: {
            query?: {
                /**
                 * @description Kind of model; `chat` is the same as `text`.
                 * @example video
                 */
                type?: components["parameters"]["ModelType"];
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
            400: components["responses"]["UndocumentedBadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["UndocumentedTooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listPrices: {
        parameters: {
            query?: {
                /**
                 * @description Exact model id.
                 * @example gemini-omni-1.1-flash-preview-official
                 */
                model?: components["parameters"]["PriceModel"];
                /**
                 * @description Kind of model.
                 * @example video
                 */
                type?: components["parameters"]["PriceType"];
                /**
                 * @description Models a page.
                 * @example 100
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Cursor; `next_after` of the page before.
                 * @example gemini_omni
                 */
                after?: components["parameters"]["After"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The prices. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceList"];
                };
            };
            /** @description A parameter is wrong. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The key may not read prices. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description No model has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            429: components["responses"]["UndocumentedTooManyRequests"];
            500: components["responses"]["InternalServerError"];
            /** @description Prices cannot be had now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    receiveTaskEvent: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Id of the event; the same on every retry.
                 * @example evt_0example
                 */
                "X-ToAPIs-Webhook-Id": components["parameters"]["WebhookId"];
                /**
                 * @description Unix seconds; refuse what is more than 5 minutes off.
                 * @example 1790000182
                 */
                "X-ToAPIs-Webhook-Timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description `v1=` and the lower-case hex HMAC-SHA256 over id, timestamp and raw body, joined by dots. For 24 hours after the secret was rotated there are two, separated by a comma.
                 * @example v1=5f0c0d5b1c1d7a0e6d0f3a0b6f1c7d8e9f00112233445566778899aabbccddee
                 */
                "X-ToAPIs-Webhook-Signature": components["parameters"]["WebhookSignature"];
                /**
                 * @description How the sender names itself.
                 * @example ToAPIs-Webhook/1.0
                 */
                "User-Agent"?: components["parameters"]["WebhookUserAgent"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskEvent"];
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not followed and no success. */
            "3XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Sent again. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Sent again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
