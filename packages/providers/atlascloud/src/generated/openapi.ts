// Generated from specs/atlascloud/ by `npm run generate`. Do not edit: change the YAML and run it again.

export interface paths {
    "/api/v1/model/generateVideo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit a video
         * @description One address for every video model; `model` picks the inputs, which stand flat beside it (a page of an older generator nests them under `input`). Asynchronous: the answer is the id of a prediction, never the video. Read it with `getPrediction`. The price is held at once and released by itself when the prediction fails or times out. There is no idempotency key, so a submit whose answer was lost must not be sent again.
         */
        post: operations["generateVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/model/prediction/{prediction_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a prediction
         * @description One address for image, video and audio. No progress, percentage or place in the queue is told. A failed prediction is an HTTP 200 on the pages and has been seen as HTTP 500, for the same prediction even as one and then the other. Just after the submit the answer may be 400 or 404; Atlas Cloud's ComfyUI client waits 30 s for the prediction to appear. After six minutes the tutorial sends the request again, which pays again while the first may still finish. A request with `X-AtlasCloud-Request-Retention-Hours` 0 is deleted when it ends, so its prediction cannot be read then.
         */
        get: operations["getPrediction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/model/uploadMedia": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload an image or a video
         * @description Turns a local file into a link that a request can use. The files are temporary and for generation only; other use may suspend the key. How long they live and how large they may be is not published: images of Gemini Omni may have 20 MB, videos 100 MB. Atlas Cloud's own client waits 60 s for the answer. The link stands in `data.download_url`, on older pages in `data.url` or `url`.
         */
        post: operations["uploadMedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Models of the platform
         * @description The whole catalogue, without a key. Only entries with `display_console` true are meant to be shown. `schema`, `readme` and `example` are addresses of static files on another host; the schema there is the live list of a model's inputs.
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
    "/public/v1/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Balance of the account
         * @description What is left. Unlike the media paths these answer errors under `error`, and 429 with `Retry-After`.
         */
        get: operations["getBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/v1/model-usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Use of models over a time span
         * @description One entry a day. Lists are repeated parameters; lists joined by commas are refused.
         */
        get: operations["getModelUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/v1/model-costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Costs of models over a time span
         * @description One entry a day. Lists are repeated parameters; lists joined by commas are refused.
         */
        get: operations["getModelCosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Public keys of the webhook's signature
         * @description The keys by which a delivery is checked; the header `X-AtlasCloud-Webhook-Key-Id` names the one. That no key is needed is inferred.
         */
        get: operations["getWebhookKeys"];
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
         * A prediction is finished
         * @description Sent once to the `webhook_url` of the request when it ended, in success, failure or timeout. `session_id` is the id of the prediction. Two signatures come along: Ed25519 over the timestamp, a dot and the raw body, to be checked with the key set of `getWebhookKeys`, and the older hex HMAC, kept while customers move. A delivery older than about 300 s is a replay. Whether a delivery is repeated, and which answer counts, is not published.
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
        /** @description What to show; at most 20 000 characters. */
        Prompt: string;
        /**
         * @description Length in seconds.
         * @default 8
         * @enum {integer}
         */
        DeveloperDuration: 4 | 6 | 8 | 10;
        /**
         * @description Landscape or portrait.
         * @default 16:9
         * @enum {string}
         */
        AspectRatio: "16:9" | "9:16";
        /**
         * @description Lower-case k.
         * @default 720p
         * @enum {string}
         */
        DeveloperResolution: "720p" | "1080p" | "4k";
        /**
         * @description -1, the default, means a random one. The upper bound is that of the provider's client.
         * @default -1
         */
        Seed: number;
        /**
         * Format: uri
         * @description Address for the event at the end. A bad one is a 400.
         */
        WebhookUrl: string;
        /**
         * google/gemini-omni-flash/text-to-video-developer
         * @description The model of the tutorial. The suffix changes names of inputs, lengths, resolutions and the price, against the plain tier.
         */
        FlashTextToVideoDeveloper: {
            /**
             * @description The model. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "google/gemini-omni-flash/text-to-video-developer";
            prompt: components["schemas"]["Prompt"];
            duration?: components["schemas"]["DeveloperDuration"];
            aspect_ratio?: components["schemas"]["AspectRatio"];
            resolution?: components["schemas"]["DeveloperResolution"];
            seed?: components["schemas"]["Seed"];
            webhook_url?: components["schemas"]["WebhookUrl"];
        };
        /** @description A public link, or base64 according to Atlas Cloud's client; in which form is not shown. */
        Image: string;
        /**
         * google/gemini-omni-flash/image-to-video-developer
         * @description Starts from images. What several of them mean is not published.
         */
        FlashImageToVideoDeveloper: {
            /**
             * @description The model. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "google/gemini-omni-flash/image-to-video-developer";
            prompt: components["schemas"]["Prompt"];
            /** @description 1 to 7 images; PNG, JPEG or WebP, at most 20 MB and at least 128 × 128 pixels each. A larger one is a 400. */
            images: components["schemas"]["Image"][];
            duration?: components["schemas"]["DeveloperDuration"];
            aspect_ratio?: components["schemas"]["AspectRatio"];
            resolution?: components["schemas"]["DeveloperResolution"];
            seed?: components["schemas"]["Seed"];
            webhook_url?: components["schemas"]["WebhookUrl"];
        };
        /** @description Give `images`, `video_clips` or both. */
        ImagesOrVideoClips: {
            images: unknown[];
        } | {
            video_clips: [
                unknown
            ];
        };
        /** @description A clip lasts at most 10 s; move `ends` to between `start` + 1 and `start` + 10. Without `start` it begins at 0, without `ends` it ends at 10. */
        ClipOfTenSeconds: {
            start?: number;
            ends?: number;
        } | {
            start: number;
            ends?: number;
        } | {
            start: number;
            ends?: number;
        } | {
            start: number;
            ends?: number;
        } | {
            start: number;
            ends?: number;
        } | {
            start: number;
            ends?: number;
        } | {
            start: number;
            ends?: number;
        } | {
            start: number;
            ends?: number;
        } | {
            start: number;
            ends?: number;
        } | {
            start: number;
            ends?: number;
        } | {
            start: number;
            ends: number;
        } | {
            start: number;
            ends: number;
        } | {
            start: number;
            ends: number;
        } | {
            start: number;
            ends: number;
        } | {
            start: number;
            ends: number;
        } | {
            start: number;
            ends: number;
        } | {
            start: number;
            ends: number;
        } | {
            start: number;
            ends: number;
        } | {
            start: number;
            ends: number;
        } | {
            start: number;
            ends: number;
        } | {
            start: number;
            ends: number;
        } | {
            start: number;
            ends: number;
        } | {
            start: number;
            ends: number;
        } | {
            start: number;
            ends: number;
        } | {
            start: number;
            ends: number;
        } | {
            start: number;
            ends: number;
        } | {
            start: number;
            ends: number;
        } | {
            start: number;
            ends: number;
        } | {
            start: number;
            ends: number;
        } | {
            start: number;
            ends: number;
        };
        /** @description A part of a video. The end is called `ends`, not `end`. */
        VideoClip: {
            /** @description Link to the video, at most 100 MB and 30 s. */
            url: string;
            /**
             * @description Where the part begins; seconds.
             * @default 0
             */
            start?: number;
            /**
             * @description Where the part ends; seconds. After `start`, at most 10 s after it.
             * @default 10
             */
            ends?: number;
        } & components["schemas"]["ClipOfTenSeconds"];
        /**
         * google/gemini-omni-flash/reference-to-video-developer
         * @description Images, a part of a video, or both as references. Not in the tutorial.
         */
        FlashReferenceToVideoDeveloper: {
            /**
             * @description The model.
             * @enum {string}
             */
            model: "google/gemini-omni-flash/reference-to-video-developer";
            prompt: components["schemas"]["Prompt"];
            /** @description 1 to 5 images to show. */
            images?: components["schemas"]["Image"][];
            /** @description One part of a video. */
            video_clips?: [
                components["schemas"]["VideoClip"]
            ];
            duration?: components["schemas"]["DeveloperDuration"];
            aspect_ratio?: components["schemas"]["AspectRatio"];
            resolution?: components["schemas"]["DeveloperResolution"];
            seed?: components["schemas"]["Seed"];
            webhook_url?: components["schemas"]["WebhookUrl"];
        } & (components["schemas"]["ImagesOrVideoClips"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            model: "google/gemini-omni-flash/reference-to-video-developer";
        });
        /**
         * @description Length in seconds, 3 to 10. For `google/gemini-omni-flash/text-to-video` the default is concluded from the image page.
         * @default 10
         */
        Duration: number;
        /**
         * @description Only 720p.
         * @default 720p
         * @enum {string}
         */
        PlainResolution: "720p";
        /**
         * @description How long the model thinks before it draws. What it does without is not published; Atlas Cloud's client sends `default`.
         * @enum {string}
         */
        ThinkingLevel: "default" | "high" | "low";
        /**
         * google/gemini-omni-flash/text-to-video
         * @description Upstream `gemini-omni-flash-preview` with the task `text_to_video`; always with sound, marked with SynthID. Each call stands alone.
         */
        FlashTextToVideo: {
            /**
             * @description The model. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "google/gemini-omni-flash/text-to-video";
            prompt: components["schemas"]["Prompt"];
            duration?: components["schemas"]["Duration"];
            aspect_ratio?: components["schemas"]["AspectRatio"];
            resolution?: components["schemas"]["PlainResolution"];
            thinking_level?: components["schemas"]["ThinkingLevel"];
            seed?: components["schemas"]["Seed"];
            webhook_url?: components["schemas"]["WebhookUrl"];
        };
        /**
         * google/gemini-omni-flash/image-to-video
         * @description Upstream `gemini-omni-flash-preview` with the task `image_to_video`; `image` is one text, not a list.
         */
        FlashImageToVideo: {
            /**
             * @description The model. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "google/gemini-omni-flash/image-to-video";
            prompt: components["schemas"]["Prompt"];
            /** @description The image; a public link, or base64 according to Atlas Cloud's client. */
            image: string;
            duration?: components["schemas"]["Duration"];
            aspect_ratio?: components["schemas"]["AspectRatio"];
            resolution?: components["schemas"]["PlainResolution"];
            thinking_level?: components["schemas"]["ThinkingLevel"];
            seed?: components["schemas"]["Seed"];
            webhook_url?: components["schemas"]["WebhookUrl"];
        };
        /**
         * google/gemini-omni-flash/reference-to-video
         * @description Upstream `gemini-omni-flash-preview` with the task `reference_to_video`.
         */
        FlashReferenceToVideo: {
            /**
             * @description The model. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "google/gemini-omni-flash/reference-to-video";
            prompt: components["schemas"]["Prompt"];
            /** @description 1 to 5 images to show. Others list up to 10. */
            images: components["schemas"]["Image"][];
            duration?: components["schemas"]["Duration"];
            aspect_ratio?: components["schemas"]["AspectRatio"];
            resolution?: components["schemas"]["PlainResolution"];
            thinking_level?: components["schemas"]["ThinkingLevel"];
            seed?: components["schemas"]["Seed"];
            webhook_url?: components["schemas"]["WebhookUrl"];
        };
        /**
         * google/gemini-omni-flash/video-edit
         * @description Upstream `gemini-omni-flash-preview` with the task `edit`; the video sets length and shape. No developer tier of it was found.
         */
        FlashVideoEdit: {
            /**
             * @description The model. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "google/gemini-omni-flash/video-edit";
            prompt: components["schemas"]["Prompt"];
            /** @description Link to the video, at most 100 MB and 30 s. */
            video: string;
            /** @description 1 to 5 images to show. Others list up to 10. */
            images?: components["schemas"]["Image"][];
            resolution?: components["schemas"]["PlainResolution"];
            thinking_level?: components["schemas"]["ThinkingLevel"];
            seed?: components["schemas"]["Seed"];
            webhook_url?: components["schemas"]["WebhookUrl"];
        };
        /**
         * @description 360p is a fast draft.
         * @default 720p
         * @enum {string}
         */
        Flash11Resolution: "360p" | "720p" | "1080p" | "4k";
        /**
         * google/gemini-omni-1.1-flash/text-to-video
         * @description The 1.1 family, known through Atlas Cloud's own client of September 2026.
         */
        Flash11TextToVideo: {
            /**
             * @description The model. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "google/gemini-omni-1.1-flash/text-to-video";
            prompt: components["schemas"]["Prompt"];
            duration?: components["schemas"]["Duration"];
            aspect_ratio?: components["schemas"]["AspectRatio"];
            resolution?: components["schemas"]["Flash11Resolution"];
            thinking_level?: components["schemas"]["ThinkingLevel"];
            seed?: components["schemas"]["Seed"];
            webhook_url?: components["schemas"]["WebhookUrl"];
        };
        /**
         * google/gemini-omni-1.1-flash/image-to-video
         * @description A first frame and, new in 1.1, a last one between which the video is drawn.
         */
        Flash11ImageToVideo: {
            /**
             * @description The model. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "google/gemini-omni-1.1-flash/image-to-video";
            prompt: components["schemas"]["Prompt"];
            /** @description The first frame; a public link or base64. */
            image: string;
            /** @description The last frame; a public link or base64. */
            last_image?: string;
            duration?: components["schemas"]["Duration"];
            aspect_ratio?: components["schemas"]["AspectRatio"];
            resolution?: components["schemas"]["Flash11Resolution"];
            thinking_level?: components["schemas"]["ThinkingLevel"];
            seed?: components["schemas"]["Seed"];
            webhook_url?: components["schemas"]["WebhookUrl"];
        };
        /**
         * google/gemini-omni-1.1-flash/reference-to-video
         * @description The prompt names a reference by `<IMAGE_REF_N>` or `<VIDEO_REF_N>`, counted from 0. The lists are called otherwise than in the first family.
         */
        Flash11ReferenceToVideo: {
            /**
             * @description The model. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "google/gemini-omni-1.1-flash/reference-to-video";
            prompt: components["schemas"]["Prompt"];
            /** @description 1 to 10 images to show. */
            reference_images: components["schemas"]["Image"][];
            /** @description 1 to 3 videos, MP4, at most 3 s each. */
            reference_videos?: string[];
            duration?: components["schemas"]["Duration"];
            aspect_ratio?: components["schemas"]["AspectRatio"];
            resolution?: components["schemas"]["Flash11Resolution"];
            thinking_level?: components["schemas"]["ThinkingLevel"];
            seed?: components["schemas"]["Seed"];
            webhook_url?: components["schemas"]["WebhookUrl"];
        };
        /**
         * google/gemini-omni-1.1-flash/video-edit
         * @description No length, shape or resolution; the video sets them.
         */
        Flash11VideoEdit: {
            /**
             * @description The model. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "google/gemini-omni-1.1-flash/video-edit";
            prompt: components["schemas"]["Prompt"];
            /** @description Link to the video, MP4, at most 10 s. */
            video: string;
            /** @description 1 to 10 images to show; `<IMAGE_REF_N>` in the prompt, counted from 0. */
            reference_images?: components["schemas"]["Image"][];
            thinking_level?: components["schemas"]["ThinkingLevel"];
            seed?: components["schemas"]["Seed"];
            webhook_url?: components["schemas"]["WebhookUrl"];
        };
        /**
         * google/gemini-omni-1.1-flash/video-extend
         * @description Goes on from a video. The whole may be 40 s long.
         */
        Flash11VideoExtend: {
            /**
             * @description The model. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "google/gemini-omni-1.1-flash/video-extend";
            prompt: components["schemas"]["Prompt"];
            /** @description Link to the video, MP4, at most 10 s. */
            video: string;
            /** @description 1 to 10 images to show; `<IMAGE_REF_N>` in the prompt, counted from 0. */
            reference_images?: components["schemas"]["Image"][];
            /**
             * @description Length of what is added, in seconds.
             * @default 10
             */
            duration?: number;
            resolution?: components["schemas"]["Flash11Resolution"];
            thinking_level?: components["schemas"]["ThinkingLevel"];
            seed?: components["schemas"]["Seed"];
            webhook_url?: components["schemas"]["WebhookUrl"];
        };
        /**
         * google/gemini-omni-1.2-flash/text-to-video
         * @description Known only as up to 15 s and from 360p to 4K. Further inputs, the shape among them, are not known and are left out here.
         */
        Flash12TextToVideo: {
            /**
             * @description The model. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "google/gemini-omni-1.2-flash/text-to-video";
            prompt: components["schemas"]["Prompt"];
            /** @description Length in seconds, at most 15. The shortest and the default are not known. */
            duration?: number;
            /**
             * @description The page says 360p to 4K; the words are those of 1.1.
             * @enum {string}
             */
            resolution?: "360p" | "720p" | "1080p" | "4k";
            webhook_url?: components["schemas"]["WebhookUrl"];
        };
        /**
         * Gemini Omni
         * @description One schema for each model; `model` chooses.
         */
        OmniRequest: components["schemas"]["FlashTextToVideoDeveloper"] | components["schemas"]["FlashImageToVideoDeveloper"] | components["schemas"]["FlashReferenceToVideoDeveloper"] | components["schemas"]["FlashTextToVideo"] | components["schemas"]["FlashImageToVideo"] | components["schemas"]["FlashReferenceToVideo"] | components["schemas"]["FlashVideoEdit"] | components["schemas"]["Flash11TextToVideo"] | components["schemas"]["Flash11ImageToVideo"] | components["schemas"]["Flash11ReferenceToVideo"] | components["schemas"]["Flash11VideoEdit"] | components["schemas"]["Flash11VideoExtend"] | components["schemas"]["Flash12TextToVideo"];
        /**
         * Any other family
         * @description Switching the model is a change of `model`, says the tutorial. It is not always enough: Seedance 2.0 takes `ratio` in place of `aspect_ratio`, and `image` for its image mode. The inputs of these models are not described here, so everything is passed on unchecked. The listed prefixes cover every vendor that Atlas Cloud's own clients name, and of Google's models Veo; an id of Gemini Omni never fits.
         */
        OtherFamilyRequest: {
            /** @description Vendor, family and task. The tutorial writes `bytedance/seedance-2-0/text-to-video` and `google/veo-3-1/lite-text-to-video`, every other source `bytedance/seedance-2.0/text-to-video` and `google/veo3.1-lite/text-to-video`; take the second spelling, or ask `listModels`. */
            model: `${"alibaba/" | "atlascloud/" | "bytedance/" | "kwaivgi/" | "luma/" | "midjourney/" | "minimax/" | "nvidia/" | "openai/" | "pika/" | "pixverse/" | "veed/" | "vidu/" | "xai/" | "youchuan/" | "google/veo"}${string}`;
            /** @description What to show. */
            prompt?: string;
            webhook_url?: components["schemas"]["WebhookUrl"];
        } & {
            [key: string]: unknown;
        };
        /** @description A Gemini Omni model, whose inputs are known, or a model of another family, whose inputs are not. Every id that begins with `google/gemini-omni` belongs to the first. */
        GenerateVideoRequest: components["schemas"]["OmniRequest"] | components["schemas"]["OtherFamilyRequest"];
        /** @description Id of the prediction. Opaque. */
        PredictionIdMember: string;
        /**
         * @description The state at acceptance; `starting` or `processing`. Any other word means that it goes on.
         * @enum {string}
         */
        FirstStatus: "starting" | "processing" | "created" | "pending" | "queued" | "running";
        /** @description The model. */
        ModelMember: string;
        /** @description Addresses. */
        Urls: {
            /**
             * Format: uri
             * @description Where the prediction is read.
             */
            get?: string;
        };
        /** @description Links; the first is the video. Empty or null until it is completed. Hosts are `storage.atlascloud.ai` and `cdn.atlascloud.ai`. */
        Outputs: string[] | null;
        /**
         * Format: date-time
         * @description When it was submitted.
         */
        CreatedAt: string;
        /** @description Whether each output shows what is not safe for work. */
        NsfwContents: boolean[] | null;
        /**
         * Receipt
         * @description The form of the tutorial and of all newer sources.
         */
        SubmitReceipt: {
            /** @description It is 200. */
            code: number;
            /** @description Sometimes there; its text on success is not shown. */
            message?: string;
            /** @description Not in this form. */
            id?: never;
            /** @description Not in this form. */
            predictionId?: never;
            /** @description The prediction. The tutorial shows only that the id is there. */
            data: {
                id: components["schemas"]["PredictionIdMember"];
                status?: components["schemas"]["FirstStatus"];
                model?: components["schemas"]["ModelMember"];
                urls?: components["schemas"]["Urls"];
                outputs?: components["schemas"]["Outputs"];
                created_at?: components["schemas"]["CreatedAt"];
                has_nsfw_contents?: components["schemas"]["NsfwContents"];
            };
        };
        /**
         * Bare receipt
         * @description Older pages show the prediction without `code` and `data`.
         */
        BareReceipt: {
            /** @description Not in this form. */
            data?: never;
            /** @description Not in this form. */
            predictionId?: never;
            id: components["schemas"]["PredictionIdMember"];
            status?: components["schemas"]["FirstStatus"];
            model?: components["schemas"]["ModelMember"];
            urls?: components["schemas"]["Urls"];
            outputs?: components["schemas"]["Outputs"];
            created_at?: components["schemas"]["CreatedAt"];
            has_nsfw_contents?: components["schemas"]["NsfwContents"];
        };
        /**
         * Receipt with predictionId
         * @description An older version of the predictions page.
         */
        TopPredictionIdReceipt: {
            /** @description Not in this form. */
            data?: never;
            /** @description Not in this form. */
            id?: never;
            predictionId: components["schemas"]["PredictionIdMember"];
        };
        /**
         * Receipt with the id elsewhere
         * @description Places where Atlas Cloud's own n8n nodes look for the id as well. No page shows such an answer.
         */
        OtherPlaceReceipt: {
            /** @description It is 200. */
            code?: number;
            /** @description Sometimes there. */
            message?: string;
            /** @description Not in this form. */
            id?: never;
            /** @description Not in this form. */
            predictionId?: never;
            /** @description One of three places. */
            data: {
                /** @description Not in this form. */
                id?: never;
                prediction_id: components["schemas"]["PredictionIdMember"];
            } | {
                /** @description Not in this form. */
                id?: never;
                predictionId: components["schemas"]["PredictionIdMember"];
            } | {
                /** @description Not in this form. */
                id?: never;
                /** @description The prediction. */
                data: {
                    id: components["schemas"]["PredictionIdMember"];
                };
            };
        };
        /** @description What a submit answers, newest form first. Every form that a page or a client of Atlas Cloud knows is listed, because the id is what was paid for. */
        SubmitAnswer: components["schemas"]["SubmitReceipt"] | components["schemas"]["BareReceipt"] | components["schemas"]["TopPredictionIdReceipt"] | components["schemas"]["OtherPlaceReceipt"];
        /**
         * Envelope
         * @description The present form of the media paths. Live answers may lack the last two members.
         */
        ErrorEnvelope: {
            /** @description The HTTP status. */
            code: number;
            /** @description For people. */
            msg: string;
            /** @description The same as the header X-Request-ID. */
            request_id?: string;
            /** @description Nothing. */
            data?: null;
        };
        /**
         * Plain text
         * @description The form of the tutorial's table.
         */
        ErrorText: {
            /** @description For people. */
            error: string;
        };
        /** @description Two forms: the newer envelope with `msg`, and the tutorial's plain text. */
        ErrorBody: components["schemas"]["ErrorEnvelope"] | components["schemas"]["ErrorText"];
        /**
         * Waiting or running
         * @description Not finished.
         */
        WaitingPrediction: {
            id: components["schemas"]["PredictionIdMember"];
            model?: components["schemas"]["ModelMember"];
            /**
             * @description How it stands.
             * @enum {string}
             */
            status: "starting" | "queued" | "created" | "pending" | "processing" | "running";
            outputs?: components["schemas"]["Outputs"];
            /** @description Empty or null. */
            error?: string | null;
            urls?: components["schemas"]["Urls"];
            created_at?: components["schemas"]["CreatedAt"];
            has_nsfw_contents?: components["schemas"]["NsfwContents"];
        };
        /** @description A link or several, read by Atlas Cloud's clients when `outputs` is missing. */
        Output: string[] | string;
        /** @description What it cost, in US dollars. May come some time after completion; absent on failure. */
        Price: string | number;
        /** @description Measures. */
        Metrics: {
            /** @description Run time in seconds. */
            predict_time?: number;
        };
        /** @description Measures, as seen live. The unit is not known. */
        Timings: {
            /** @description Time of the model. */
            inference?: number;
        };
        /** @description Time it took, as seen live. The unit is not known. */
        ExecutionTime: number;
        /** @description Delay in milliseconds, as seen live. */
        LatencyMs: number;
        /**
         * Format: date-time
         * @description When it ended.
         */
        CompletedAt: string;
        /**
         * Completed
         * @description Finished; the links are there. `completed` is the newer word, `succeeded` is in the tutorial too.
         */
        CompletedPrediction: {
            id: components["schemas"]["PredictionIdMember"];
            model?: components["schemas"]["ModelMember"];
            /**
             * @description How it stands.
             * @enum {string}
             */
            status: "completed" | "succeeded" | "success";
            outputs?: components["schemas"]["Outputs"];
            output?: components["schemas"]["Output"];
            /** @description Empty or null. */
            error?: string | null;
            price?: components["schemas"]["Price"];
            urls?: components["schemas"]["Urls"];
            metrics?: components["schemas"]["Metrics"];
            timings?: components["schemas"]["Timings"];
            executionTime?: components["schemas"]["ExecutionTime"];
            latency_ms?: components["schemas"]["LatencyMs"];
            created_at?: components["schemas"]["CreatedAt"];
            completed_at?: components["schemas"]["CompletedAt"];
            has_nsfw_contents?: components["schemas"]["NsfwContents"];
        };
        /**
         * Failed
         * @description Finished without a result; the held money is released. `timeout` is a failure too. The id may be missing.
         */
        FailedPrediction: {
            id?: components["schemas"]["PredictionIdMember"];
            model?: components["schemas"]["ModelMember"];
            /**
             * @description How it stands.
             * @enum {string}
             */
            status: "failed" | "error" | "timeout";
            outputs?: components["schemas"]["Outputs"];
            /** @description Why. */
            error?: string | null;
            /** @description 1039 = the input was refused by moderation; 1 was seen for a general failure. The whole list is not published. */
            error_code?: number;
            timings?: components["schemas"]["Timings"];
            executionTime?: components["schemas"]["ExecutionTime"];
            latency_ms?: components["schemas"]["LatencyMs"];
            created_at?: components["schemas"]["CreatedAt"];
            completed_at?: components["schemas"]["CompletedAt"];
            has_nsfw_contents?: components["schemas"]["NsfwContents"];
        };
        /**
         * Cancelled
         * @description Words that Atlas Cloud's starter kit takes for a failure. No call that cancels is documented.
         */
        CancelledPrediction: {
            id?: components["schemas"]["PredictionIdMember"];
            model?: components["schemas"]["ModelMember"];
            /**
             * @description How it stands.
             * @enum {string}
             */
            status: "canceled" | "cancelled";
            outputs?: components["schemas"]["Outputs"];
            /** @description Why. */
            error?: string | null;
            created_at?: components["schemas"]["CreatedAt"];
            completed_at?: components["schemas"]["CompletedAt"];
        };
        /** @description One form for each state. The core words are processing, completed, succeeded and failed; the others come from Atlas Cloud's clients. */
        PredictionData: components["schemas"]["WaitingPrediction"] | components["schemas"]["CompletedPrediction"] | components["schemas"]["FailedPrediction"] | components["schemas"]["CancelledPrediction"];
        /** @description A prediction, by its state. */
        Prediction: {
            /** @description 200; 500 was seen for a failed one. */
            code: number;
            /** @description Sometimes there. */
            message?: string;
            data: components["schemas"]["PredictionData"];
        };
        /**
         * Failed prediction as HTTP 500
         * @description Seen live in place of the documented form. `data.status` says that it is the prediction that failed.
         */
        FailedPoll: {
            /** @description It is 500. */
            code: number;
            /** @description Why. */
            message: string;
            data: components["schemas"]["FailedPrediction"];
        };
        /** @description A failed prediction in the dress of a server error, or a server error. */
        FailedPollOrError: components["schemas"]["FailedPoll"] | components["schemas"]["ErrorBody"];
        /** @description A form with one file. */
        UploadMediaRequest: {
            /**
             * Format: binary
             * @description The image or video. No limit is published for the upload itself.
             */
            file: Blob | Uint8Array;
        };
        /**
         * Uploaded file
         * @description The newest form.
         */
        UploadedFile: {
            /** @description It is 200. */
            code?: number;
            /** @description Sometimes there. */
            message?: string;
            /** @description Not in this form. */
            url?: never;
            /** @description The file. */
            data: {
                /** @description Kind of file; its values are not published. */
                type?: string;
                /**
                 * Format: uri
                 * @description The link.
                 */
                download_url: string;
                /** @description Not in this form. */
                url?: never;
                /** @description Its name. */
                filename?: string;
                /** @description Bytes. */
                size?: number;
            };
        };
        /**
         * Uploaded file, tutorial
         * @description The form of the tutorial.
         */
        UploadedUrl: {
            /** @description It is 200. */
            code?: number;
            /** @description Sometimes there. */
            message?: string;
            /** @description Not in this form. */
            url?: never;
            /** @description The file. */
            data: {
                /** @description Not in this form. */
                download_url?: never;
                /**
                 * Format: uri
                 * @description The link.
                 */
                url: string;
            };
        };
        /**
         * Uploaded file, old
         * @description The form of the old upload page.
         */
        UploadedBareUrl: {
            /** @description Not in this form. */
            data?: never;
            /**
             * Format: uri
             * @description The link.
             */
            url: string;
        };
        /** @description Where the file is, newest form first. */
        UploadAnswer: components["schemas"]["UploadedFile"] | components["schemas"]["UploadedUrl"] | components["schemas"]["UploadedBareUrl"];
        /** @description A model. */
        ModelEntry: {
            /** @description Id of the entry. */
            uuid?: string;
            /** @description What to send as `model`. */
            model: string;
            /**
             * @description Kind of model.
             * @enum {string}
             */
            type?: "Text" | "Image" | "Video" | "Audio";
            /** @description For people. */
            displayName?: string;
            /** @description For people. */
            profile?: string;
            /** @description Address of a picture. */
            avatar?: string;
            /** @description Address of a text. */
            readme?: string;
            /** @description Address of an OpenAPI document whose `Input` lists what the model takes. */
            schema?: string;
            /** @description Address of an example. */
            example?: string;
            /** @description Marks. */
            tags?: unknown[];
            /** @description Groups. */
            categories?: unknown[];
            /** @description Whose it is. */
            organization?: string;
            /** @description Whether it is meant to be shown. */
            display_console?: boolean;
            /** @description What it costs; the unit depends on the model. */
            price?: {
                /** @description Discount. */
                discount?: string | number;
                /** @description The price with the discount. */
                actual?: {
                    /** @description The price. */
                    base_price?: string | number;
                };
                /** @description The price without the discount. */
                origin?: unknown;
            };
        };
        /** @description The catalogue. */
        ModelList: {
            /** @description 200; text in some answers. */
            code?: number | string;
            /** @description The models. */
            data: components["schemas"]["ModelEntry"][];
        };
        /** @description An amount. */
        Money: {
            /** @description Six decimals. */
            value: string;
            /** @description usd. */
            currency: string;
        };
        /** @description What is left on the account. */
        Balance: {
            /**
             * @description Kind of answer.
             * @enum {string}
             */
            object: "balance";
            /** @description account. */
            scope?: string;
            /** @description The account. */
            account?: {
                /** @description Its id. */
                id?: string;
                /** @description Its name. */
                name?: string;
                /** @description Its kind. */
                type?: string;
            };
            available: components["schemas"]["Money"];
            cash?: components["schemas"]["Money"];
            bonus?: components["schemas"]["Money"];
            subscription_bonus?: components["schemas"]["Money"];
            frozen?: components["schemas"]["Money"];
            /** @description A granted overdraft. */
            credit_grant?: {
                /** @description How it stands. */
                status?: string;
                granted?: components["schemas"]["Money"];
                used?: components["schemas"]["Money"];
                remaining_overdraft?: components["schemas"]["Money"];
                overdrawn?: components["schemas"]["Money"];
            };
            /** @description The same as the header X-Request-ID. */
            request_id?: string;
        };
        /** @description An error of the paths under /public/v1. */
        PublicErrorBody: {
            /** @description What is wrong. */
            error: {
                /** @description Kind of error. */
                type: string;
                /** @description For code. */
                code?: string | null;
                /** @description For people. */
                message: string;
                /** @description The parameter that is wrong. */
                param?: string | null;
            };
            /** @description The same as the header X-Request-ID. */
            request_id?: string;
        };
        /** @description One entry a day. What stands in `results` is not published. */
        Report: {
            /** @description Kind of answer. */
            object?: string;
            /** @description self or account. */
            scope?: string;
            /** @description The days. */
            data: {
                /** @description Kind of entry. */
                object?: string;
                /** @description The day. */
                date?: string;
                /** @description Where it begins. */
                start_at?: string | number;
                /** @description Where it ends. */
                end_at?: string | number;
                /** @description Whether the day is not over. */
                partial?: boolean;
                /** @description One entry a group. */
                results: Record<string, unknown>[];
            }[];
            /** @description Whether there is another page. */
            has_more?: boolean;
            /** @description What to send as `page`. */
            next_page?: string | number | null;
            /** @description The same as the header X-Request-ID. */
            request_id?: string;
        };
        /** @description A JSON Web Key Set (RFC 7517) with keys of RFC 8037. */
        WebhookKeySet: {
            /** @description The keys. */
            keys: {
                /**
                 * @description Kind of key.
                 * @enum {string}
                 */
                kty: "OKP";
                /**
                 * @description The curve.
                 * @enum {string}
                 */
                crv: "Ed25519";
                /** @description Its id; the header names it. */
                kid: string;
                /** @description The key in base64url (RFC 8037). */
                x: string;
            }[];
        };
        /** @description The same as `data` of a read; its id may be missing in examples. */
        EventPayload: {
            id?: components["schemas"]["PredictionIdMember"];
            model?: components["schemas"]["ModelMember"];
            /**
             * @description How it stands.
             * @enum {string}
             */
            status: "completed" | "succeeded" | "success";
            outputs?: components["schemas"]["Outputs"];
            output?: components["schemas"]["Output"];
            price?: components["schemas"]["Price"];
            created_at?: components["schemas"]["CreatedAt"];
            completed_at?: components["schemas"]["CompletedAt"];
        } | components["schemas"]["FailedPrediction"] | components["schemas"]["CancelledPrediction"];
        /** @description The end of a prediction. */
        TaskEvent: {
            /** @description Id of the prediction. */
            session_id: string;
            /**
             * @description What ended.
             * @enum {string}
             */
            event_type: "video.task.terminal" | "image.task.terminal" | "audio.task.terminal";
            /**
             * @description How it ended.
             * @enum {string}
             */
            status: "OK" | "ERROR";
            payload?: components["schemas"]["EventPayload"];
            /** @description Why it failed. What stands here on success is not published. */
            error?: string | null;
        };
    };
    responses: {
        /** @description The key is missing or wrong, or the address is; a wrong URL path answers 401 as well. */
        Unauthorized: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The balance is too low, or the quota of the plan is used up. */
        PaymentRequired: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Not permitted. */
        Forbidden: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The resource or the model is not there. */
        NotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The body is larger than 50 MB. */
        PayloadTooLarge: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Too many requests. Media paths send no `Retry-After` and no `X-RateLimit-*`. */
        TooManyRequests: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Not available in this region. */
        RegionBlocked: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The server failed. After a submit nothing is known about the money. */
        InternalServerError: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The server is overloaded. After a submit nothing is known about the money. */
        ServiceUnavailable: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Something was waited for too long. After a submit nothing is known about the money. */
        GatewayTimeout: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The request is wrong. */
        BadRequest: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description A parameter is wrong. */
        PublicBadRequest: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PublicErrorBody"];
            };
        };
        /** @description The key is missing or wrong. */
        PublicUnauthorized: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PublicErrorBody"];
            };
        };
        /** @description Too many requests. */
        PublicTooManyRequests: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PublicErrorBody"];
            };
        };
        /** @description The server failed. */
        PublicInternalServerError: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PublicErrorBody"];
            };
        };
        /** @description The days. */
        Report: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Report"];
            };
        };
        /** @description A parameter is wrong. */
        ReportBadRequest: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PublicErrorBody"];
            };
        };
    };
    parameters: {
        /**
         * @description Hours for which the result can be fetched, counted from the submission. Shortens the 14 days (336 h) that `retention-page` names; cannot prolong them.
         * @example 48
         */
        ObjectExpirationHours: number;
        /**
         * @description Hours for which the record of the request is kept. 0 deletes it when the request ends, and the prediction cannot be read any more; use it with `webhook_url` only. A bad value is a 400.
         * @example 24
         */
        RequestRetentionHours: number;
        /**
         * @description Names the client, for the provider's statistics. Sent by its own connectors.
         * @example my-studio
         */
        AtlasClient: string;
        /**
         * @description Names where the client comes from, for the provider's statistics. Sent by its own connectors.
         * @example github
         */
        AtlasSource: string;
        /**
         * @description The id of the submit's answer. Opaque; `pred_…` on pages, 32 hexadecimal digits in live answers.
         * @example 9d0c5e11aa7b4f0e8c1f6b2d3e4a5f60
         */
        PredictionId: string;
        /**
         * @description First day.
         * @example 2026-11-01
         */
        StartDate: string;
        /**
         * @description The day after the last one; later than `start_date`, at most 180 days after it.
         * @example 2026-11-15
         */
        EndDate: string;
        /**
         * @description What this key used, or the whole account.
         * @example account
         */
        Scope: "self" | "account";
        /**
         * @description How results are grouped; one of the three, or `model` together with `api_key`.
         * @example [
         *       "model",
         *       "api_key"
         *     ]
         */
        GroupBy: ("model_type" | "model" | "api_key")[] | unknown | unknown;
        /**
         * @description Only these kinds of model. The values are not listed; those of the catalogue are Text, Image, Video and Audio.
         * @example [
         *       "Video"
         *     ]
         */
        ModelTypes: string[];
        /**
         * @description Only these models.
         * @example [
         *       "google/gemini-omni-flash/text-to-video-developer"
         *     ]
         */
        ModelIds: string[];
        /**
         * @description Only these keys, by their public ids.
         * @example [
         *       "ak_example"
         *     ]
         */
        ApiKeyIds: string[];
        /**
         * @description Most entries in one answer.
         * @example 100
         */
        Limit: number;
        /**
         * @description The `next_page` of the answer before.
         * @example 2
         */
        Page: string;
        /**
         * @description The same as `event_type`.
         * @example video.task.terminal
         */
        WebhookEvent: "video.task.terminal" | "image.task.terminal" | "audio.task.terminal";
        /**
         * @description Id of the delivery. Whether it stays the same when one is repeated is not published.
         * @example wh_example
         */
        WebhookId: string;
        /**
         * @description When it was signed, Unix seconds.
         * @example 1790000055
         */
        WebhookTimestamp: string;
        /**
         * @description The `kid` of the key that signed.
         * @example example-key-1
         */
        WebhookKeyId: string;
        /**
         * @description Signature of timestamp, dot and raw body; base64url of 64 bytes.
         * @example AAAA
         */
        WebhookSignatureEd25519: string;
        /**
         * @description The older signature, HMAC in hexadecimal digits; kept while customers move. How it is made is not known.
         * @example 0000
         */
        WebhookSignature: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Id of the request, for the provider's support. On every answer.
         * @example 0f3b9a62
         */
        RequestId: string;
        /**
         * @description Seconds to wait. Sent by the paths under /public/v1 only, never by those of media.
         * @example 2
         */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    generateVideo: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Hours for which the result can be fetched, counted from the submission. Shortens the 14 days (336 h) that `retention-page` names; cannot prolong them.
                 * @example 48
                 */
                "X-AtlasCloud-Object-Expiration-Hours"?: components["parameters"]["ObjectExpirationHours"];
                /**
                 * @description Hours for which the record of the request is kept. 0 deletes it when the request ends, and the prediction cannot be read any more; use it with `webhook_url` only. A bad value is a 400.
                 * @example 24
                 */
                "X-AtlasCloud-Request-Retention-Hours"?: components["parameters"]["RequestRetentionHours"];
                /**
                 * @description Names the client, for the provider's statistics. Sent by its own connectors.
                 * @example my-studio
                 */
                "X-Atlas-Client"?: components["parameters"]["AtlasClient"];
                /**
                 * @description Names where the client comes from, for the provider's statistics. Sent by its own connectors.
                 * @example github
                 */
                "X-Atlas-Source"?: components["parameters"]["AtlasSource"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The model decides which of the other members are allowed. At most 50 MB. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["GenerateVideoRequest"];
            };
        };
        responses: {
            /** @description Accepted; a prediction exists. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmitAnswer"];
                };
            };
            /** @description The request is wrong, or its prompt is against the policy. */
            400: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            451: components["responses"]["RegionBlocked"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    getPrediction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the submit's answer. Opaque; `pred_…` on pages, 32 hexadecimal digits in live answers.
                 * @example 9d0c5e11aa7b4f0e8c1f6b2d3e4a5f60
                 */
                prediction_id: components["parameters"]["PredictionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the prediction stands. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prediction"];
                };
            };
            /** @description The id is wrong, or the prediction is not there yet. */
            400: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description No prediction has this id, it is not there yet, or its record was deleted. */
            404: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            451: components["responses"]["RegionBlocked"];
            /** @description The server failed, or the prediction did; `data.status` tells which. */
            500: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailedPollOrError"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    uploadMedia: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One file. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadMediaRequest"];
            };
        };
        responses: {
            /** @description Uploaded. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            451: components["responses"]["RegionBlocked"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The models. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelList"];
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getBalance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The balance. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Balance"];
                };
            };
            400: components["responses"]["PublicBadRequest"];
            401: components["responses"]["PublicUnauthorized"];
            429: components["responses"]["PublicTooManyRequests"];
            500: components["responses"]["PublicInternalServerError"];
        };
    };
    getModelUsage: {
        parameters: {
            query: {
                /**
                 * @description First day.
                 * @example 2026-11-01
                 */
                start_date: components["parameters"]["StartDate"];
                /**
                 * @description The day after the last one; later than `start_date`, at most 180 days after it.
                 * @example 2026-11-15
                 */
                end_date: components["parameters"]["EndDate"];
                /**
                 * @description What this key used, or the whole account.
                 * @example account
                 */
                scope?: components["parameters"]["Scope"];
                /**
                 * @description How results are grouped; one of the three, or `model` together with `api_key`.
                 * @example [
                 *       "model",
                 *       "api_key"
                 *     ]
                 */
                "group_by[]"?: components["parameters"]["GroupBy"];
                /**
                 * @description Only these kinds of model. The values are not listed; those of the catalogue are Text, Image, Video and Audio.
                 * @example [
                 *       "Video"
                 *     ]
                 */
                "model_types[]"?: components["parameters"]["ModelTypes"];
                /**
                 * @description Only these models.
                 * @example [
                 *       "google/gemini-omni-flash/text-to-video-developer"
                 *     ]
                 */
                "model_ids[]"?: components["parameters"]["ModelIds"];
                /**
                 * @description Only these keys, by their public ids.
                 * @example [
                 *       "ak_example"
                 *     ]
                 */
                "api_key_ids[]"?: components["parameters"]["ApiKeyIds"];
                /**
                 * @description Most entries in one answer.
                 * @example 100
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `next_page` of the answer before.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Report"];
            400: components["responses"]["ReportBadRequest"];
            401: components["responses"]["PublicUnauthorized"];
            429: components["responses"]["PublicTooManyRequests"];
            500: components["responses"]["PublicInternalServerError"];
        };
    };
    getModelCosts: {
        parameters: {
            query: {
                /**
                 * @description First day.
                 * @example 2026-11-01
                 */
                start_date: components["parameters"]["StartDate"];
                /**
                 * @description The day after the last one; later than `start_date`, at most 180 days after it.
                 * @example 2026-11-15
                 */
                end_date: components["parameters"]["EndDate"];
                /**
                 * @description What this key used, or the whole account.
                 * @example account
                 */
                scope?: components["parameters"]["Scope"];
                /**
                 * @description How results are grouped; one of the three, or `model` together with `api_key`.
                 * @example [
                 *       "model",
                 *       "api_key"
                 *     ]
                 */
                "group_by[]"?: components["parameters"]["GroupBy"];
                /**
                 * @description Only these kinds of model. The values are not listed; those of the catalogue are Text, Image, Video and Audio.
                 * @example [
                 *       "Video"
                 *     ]
                 */
                "model_types[]"?: components["parameters"]["ModelTypes"];
                /**
                 * @description Only these models.
                 * @example [
                 *       "google/gemini-omni-flash/text-to-video-developer"
                 *     ]
                 */
                "model_ids[]"?: components["parameters"]["ModelIds"];
                /**
                 * @description Only these keys, by their public ids.
                 * @example [
                 *       "ak_example"
                 *     ]
                 */
                "api_key_ids[]"?: components["parameters"]["ApiKeyIds"];
                /**
                 * @description Most entries in one answer.
                 * @example 100
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `next_page` of the answer before.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Report"];
            400: components["responses"]["ReportBadRequest"];
            401: components["responses"]["PublicUnauthorized"];
            429: components["responses"]["PublicTooManyRequests"];
            500: components["responses"]["PublicInternalServerError"];
        };
    };
    getWebhookKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookKeySet"];
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    receiveTaskEvent: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The same as `event_type`.
                 * @example video.task.terminal
                 */
                "X-AtlasCloud-Webhook-Event": components["parameters"]["WebhookEvent"];
                /**
                 * @description Id of the delivery. Whether it stays the same when one is repeated is not published.
                 * @example wh_example
                 */
                "X-AtlasCloud-Webhook-Id": components["parameters"]["WebhookId"];
                /**
                 * @description When it was signed, Unix seconds.
                 * @example 1790000055
                 */
                "X-AtlasCloud-Webhook-Timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description The `kid` of the key that signed.
                 * @example example-key-1
                 */
                "X-AtlasCloud-Webhook-Key-Id": components["parameters"]["WebhookKeyId"];
                /**
                 * @description Signature of timestamp, dot and raw body; base64url of 64 bytes.
                 * @example AAAA
                 */
                "X-AtlasCloud-Webhook-Signature-Ed25519": components["parameters"]["WebhookSignatureEd25519"];
                /**
                 * @description The older signature, HMAC in hexadecimal digits; kept while customers move. How it is made is not known.
                 * @example 0000
                 */
                "X-AtlasCloud-Webhook-Signature"?: components["parameters"]["WebhookSignature"];
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
            /** @description Taken. Which answers count is not published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
