import { listed } from "./words-listed.js";
import type { Words } from "./words.js";

export const en: Words = {
  sections: {
    ...{ request: "Request", run: "Run", result: "Result", sent: "What was sent", target: "Where to send it" },
    more: "More settings",
  },
  provider: "Provider",
  model: "Model",
  modelFacts: (channel, status, successor) =>
    [`Channel: ${channel}`, `status: ${status}`, ...(successor ? [`successor: ${successor}`] : [])].join(", "),
  labels: {
    ...{ prompt: "Prompt", firstFrame: "First frame", lastFrame: "Last frame", inputReferences: "Reference images" },
    ...{ video: "Input video", aspectRatio: "Aspect ratio", resolution: "Resolution", duration: "Duration" },
    ...{
      seed: "Seed",
      previousTask: "Previous task",
      clientReference: "Your reference",
      webhookUrl: "Webhook address",
    },
    own: "Options of the provider's own",
  },
  hints: {
    previousTask: "The handle of a task of the same provider that this one continues.",
    clientReference: "Finds the task again when an answer is lost. Left out: made up.",
    webhookUrl: "The provider tells this address about the end. A page cannot receive that.",
    own: "A JSON object: members of the provider's body that have no field here.",
  },
  required: "required",
  usual: (value) => (value === undefined ? "Left out" : `Left out (${value})`),
  seconds: (value) => `${value} s`,
  oneOf: (values) => `One of ${values.join(", ")}.`,
  range: (min, max, isSeconds) =>
    `A whole number${min === undefined ? "" : ` from ${min}`}${max === undefined ? "" : ` to ${max}`}${isSeconds ? " seconds" : ""}.`,
  atMostCharacters: (count) => `At most ${count} characters.`,
  counts: (counts) => `${listed(counts, " or ")} at once.`,
  megabytes: (count) => `up to ${count} MB`,
  lengths: (from, to) => `${from} to ${to} s`,
  pixels: (count) => `shortest side at least ${count} px`,
  not: (names) => `Not together with: ${names.join(", ")}.`,
  anyOf: (names) => `One of these at least: ${names.join(", ")}.`,
  with: (names) => `Only together with: ${names.join(", ")}.`,
  add: "Add one",
  remove: (what) => `Remove ${what}`,
  address: (what) => `${what}, address`,
  file: (what) => `${what}, file instead of an address`,
  toMock: "A mock, which costs nothing",
  toProvider: "The provider, with my key",
  mockAddress: "Address of the mock",
  mockAddressHint: "Without the provider's name.",
  found: {
    steerable: "It answers. Time runs fast there, and its ledger is shown.",
    there: "It answers, but takes no orders from this page: time runs as it does there, and no ledger is shown.",
    "not-there":
      "No mock answers there. In a clone of the repository, `npm run docs:serve` serves this page with one; `npm start`, or `npx -p @omni-contracts/mocks omni-mock` (from 0.1.0 on), starts one at http://127.0.0.1:4010.",
    looking: "Looking whether it answers …",
    "not-asked":
      "This site has no mock of its own. Start one on your machine, which is then at http://127.0.0.1:4010, and press Generate: `npx -p @omni-contracts/mocks omni-mock` (from 0.1.0 on), or `npm start` in a clone of the repository.",
  },
  baseURL: "Base URL",
  baseURLHint: "The provider's own host, or a proxy.",
  key: "API key",
  keyHint: "Kept in this page's memory only: not stored, not shown, and gone when you leave.",
  forgetKey: "Forget the key",
  keyWarning: (host) =>
    `A request to ${host} costs real money. It goes there from this browser, with your key. Many hosts refuse requests of pages (CORS); then the client reports that nothing came back, and the task may exist all the same. When a connection breaks, your browser may send it more than once, and each is paid. Use a key that you can revoke.`,
  keyMissing: "Enter a key first.",
  quote: "Quote",
  quoteOf: (day, level) => `read ${day}, ${level}`,
  stale: "old: read more than 90 days ago",
  source: "source",
  noPrice: "No price",
  breakIt: "Break it",
  nothingBreaks: "Nothing breaks",
  groups: {
    ...{ submit: "The submit", task: "The task", webhook: "The webhook", read: "The looks", file: "The file" },
    any: "Any answer",
  },
  happens: "What happens",
  charged: "What it costs",
  rightClient: "What a right client does",
  noWebhooks: "A page cannot receive webhooks: the client looks at the task by itself, and the run ends as always.",
  untold: (untold) => {
    if (untold.what === "refusal")
      return "This provider's contract knows no sign of a refusal in a failed task, so the client cannot tell it from any other failure.";
    if (untold.what === "state")
      return `This provider's contract reads no state from an answer with HTTP ${untold.status}, so the client cannot tell that the task has ended, and looks on until its deadline.`;
    const said = { no: "is not paid for", yes: "is paid for" };
    return untold.says === "unknown"
      ? "This provider's contract does not say what a failed task costs, so the client cannot tell, and says “unknown”."
      : `This provider's contract says that a failed task ${said[untold.says]}, and no answer tells that this one is otherwise: the client cannot know, and says “${untold.says}”. The ledger tells what was done.`;
  },
  generate: "Generate",
  cancel: "Stop waiting",
  wrong: (count) =>
    count === 1 ? "One setting has to be changed first." : `${count} settings have to be changed first.`,
  cannotSend: "The client would not send this:",
  cannotSendYet: "the request cannot be sent as it is",
  files: (count) =>
    `${count === 1 ? "One file is" : `${count} files are`} sent beforehand; the address that the provider gives takes the place of https://media.invalid/….`,
  http: "HTTP",
  copy: "Copy",
  copied: (what) => `${what}: copied.`,
  notCopied: "The browser did not allow copying. Select the text instead.",
  confirmTitle: "This costs real money",
  confirm: (host, price) =>
    `The request goes to ${host}. Quote: ${price}. When a connection breaks, your browser may send it more than once, and each is paid.`,
  confirmYes: "Send it and pay",
  confirmNo: "Do not send",
  idle: "Nothing has been sent yet.",
  phases: {
    ...{ idle: "Ready", uploading: "Sending files", submitting: "Submitting", waiting: "Waiting" },
    ...{ downloading: "Downloading the video", completed: "Completed", failed: "Ended with an error" },
  },
  states: {
    ...{ queued: "Queued", in_progress: "In progress", completed: "Completed", failed: "Failed" },
    ...{ cancelled: "Cancelled", expired: "Expired" },
  },
  progress: "Progress of the video",
  percent: (text, progress) => `${text}, ${progress} %`,
  elapsed: (seconds) => `${seconds} s`,
  fast: (times) => `While it waits, time runs ${times} times as fast here.`,
  handle: "Handle",
  handleHint: "Finds the task again, in any process. No secret is in it.",
  resume: "Resume",
  resumeHint: "A handle of the provider that is chosen above.",
  handleMissing: "The field is empty. Paste a handle: it begins with oc1_.",
  noSuchHandle:
    "This is no handle of the provider that is chosen: it was cut off, changed, or belongs to another provider. Nothing was asked, so nothing is known of its task, nor of the money. Paste the whole of it, and choose its provider.",
  money: "Billed",
  billed: { no: "no", yes: "yes", unknown: "unknown" },
  cost: "Cost",
  expires: (when) => `The link works until ${when}.`,
  video: "The video",
  openVideo: "Open the video",
  downloaded: (bytes, type) => `Downloaded whole: ${bytes} bytes, ${type}.`,
  downloadFailed: "The download failed; the task is paid for, and complete:",
  says: "What the client says",
  report: {
    ...{ code: "Code", message: "Message", billed: "Billed", isRetryable: "Same call again is free" },
    ...{ retryAfter: "Wait before that", userMessage: "For the person in front of the screen", handle: "Handle" },
    ...{ advice: "The provider advises", status: "HTTP status" },
  },
  yes: "yes",
  no: "no",
  noHandle: "none: there is no task, or nothing to find it by",
  ledger: "The mock's ledger",
  tasks: ({ accepted, charged, refunded, orphaned }) =>
    `${accepted} ${accepted === 1 ? "task" : "tasks"} made, ${charged} charged, ${refunded} given back, ${orphaned} that nobody knows of.`,
  doubled: (sent, accepted) =>
    `The client sent it ${sent === 1 ? "once" : `${sent} times`}, and the mock took it ${accepted} times: browsers repeat a POST by themselves when a connection breaks that they used before.`,
  livesOn: "The task lives on, and costs what it costs. The handle finds it again.",
  noAnswer: "no answer",
  redirected: "redirect, not followed",
  underWay: "under way",
  loading: "Loading the client …",
};
