// What the playground says, in both languages. Messages of the clients and words of the mock's catalogue stay in English.
import type { TaskStatus } from "@omni-contracts/core/language";
import type { FaultWords } from "../../../../src/playground/modules.js";
import type { Field } from "./fields.js";
import type { Untold } from "./faults.js";
import type { Billed, RunView } from "./run.js";

type Name = Field["name"] | "own";

export interface Words {
  readonly sections: Readonly<Record<"request" | "run" | "result" | "sent" | "target" | "more", string>>;
  readonly provider: string;
  readonly model: string;
  readonly modelFacts: (channel: string, status: string, successor: string | undefined) => string;
  readonly labels: Readonly<Record<Name, string>>;
  readonly hints: Readonly<Partial<Record<Name, string>>>;
  readonly required: string;
  readonly usual: (value: string | undefined) => string;
  readonly seconds: (value: string) => string;
  readonly oneOf: (values: readonly string[]) => string;
  readonly range: (min: number | undefined, max: number | undefined, isSeconds: boolean) => string;
  readonly atMostCharacters: (count: number) => string;
  readonly counts: (counts: readonly number[]) => string;
  readonly megabytes: (count: string) => string;
  readonly lengths: (from: number, to: number) => string;
  readonly pixels: (count: number) => string;
  readonly not: (names: readonly string[]) => string;
  readonly anyOf: (names: readonly string[]) => string;
  readonly with: (names: readonly string[]) => string;
  readonly add: string;
  readonly remove: (what: string) => string;
  readonly address: (what: string) => string;
  readonly file: (what: string) => string;
  readonly toMock: string;
  readonly toProvider: string;
  readonly mockAddress: string;
  readonly mockAddressHint: string;
  readonly found: Readonly<Record<"steerable" | "there" | "not-there" | "looking", string>>;
  readonly baseURL: string;
  readonly baseURLHint: string;
  readonly key: string;
  readonly keyHint: string;
  readonly forgetKey: string;
  readonly keyWarning: (host: string) => string;
  readonly keyMissing: string;
  readonly quote: string;
  readonly quoteOf: (day: string, level: string) => string;
  readonly stale: string;
  readonly source: string;
  readonly noPrice: string;
  readonly breakIt: string;
  readonly nothingBreaks: string;
  readonly groups: Readonly<Record<FaultWords["group"], string>>;
  readonly happens: string;
  readonly charged: string;
  readonly rightClient: string;
  readonly noWebhooks: string;
  readonly untold: (untold: Untold) => string;
  readonly generate: string;
  readonly cancel: string;
  readonly wrong: (count: number) => string;
  readonly cannotSend: string;
  readonly cannotSendYet: string;
  readonly files: (count: number) => string;
  readonly http: string;
  readonly copy: string;
  readonly copied: (what: string) => string;
  readonly notCopied: string;
  readonly confirmTitle: string;
  readonly confirm: (host: string, price: string) => string;
  readonly confirmYes: string;
  readonly confirmNo: string;
  readonly idle: string;
  readonly phases: Readonly<Record<RunView["phase"], string>>;
  readonly states: Readonly<Record<TaskStatus, string>>;
  readonly progress: string;
  readonly percent: (text: string, progress: number) => string;
  readonly elapsed: (seconds: string) => string;
  readonly fast: (times: number) => string;
  readonly handle: string;
  readonly handleHint: string;
  readonly resume: string;
  readonly resumeHint: string;
  readonly handleMissing: string;
  readonly noSuchHandle: string;
  readonly money: string;
  readonly billed: Readonly<Record<Billed, string>>;
  readonly cost: string;
  readonly expires: (when: string) => string;
  readonly video: string;
  readonly openVideo: string;
  readonly downloaded: (bytes: string, type: string) => string;
  readonly downloadFailed: string;
  readonly says: string;
  readonly report: Readonly<
    Record<
      "code" | "message" | "billed" | "isRetryable" | "retryAfter" | "userMessage" | "handle" | "advice" | "status",
      string
    >
  >;
  readonly yes: string;
  readonly no: string;
  readonly noHandle: string;
  readonly ledger: string;
  readonly tasks: (totals: { accepted: number; charged: number; refunded: number; orphaned: number }) => string;
  readonly doubled: (sent: number, accepted: number) => string;
  readonly livesOn: string;
  readonly noAnswer: string;
  readonly redirected: string;
  readonly underWay: string;
  readonly loading: string;
}

const en: Words = {
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
      "No mock answers there. In a clone of the repository, `npm run docs:serve` serves this page with one; `npm start` starts one at http://127.0.0.1:4010.",
    looking: "Looking whether it answers …",
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
  cannotSendYet: "the request cannot be sent as it is.",
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

const zh: Words = {
  sections: {
    ...{ request: "请求", run: "运行", result: "结果", sent: "实际发送", target: "发送到哪里" },
    more: "更多设置",
  },
  provider: "服务商",
  model: "模型",
  modelFacts: (channel, status, successor) =>
    [`渠道：${channel}`, `状态：${status}`, ...(successor ? [`后继：${successor}`] : [])].join("，"),
  labels: {
    ...{ prompt: "提示词", firstFrame: "首帧", lastFrame: "尾帧", inputReferences: "参考图" },
    ...{ video: "输入视频", aspectRatio: "画面比例", resolution: "分辨率", duration: "时长" },
    ...{ seed: "随机种子", previousTask: "前一个任务", clientReference: "自己的编号", webhookUrl: "回调地址" },
    own: "服务商专有选项",
  },
  hints: {
    previousTask: "同一服务商某个任务的句柄，本次在其基础上继续。",
    clientReference: "应答丢失时可凭它找回任务。留空则自动生成。",
    webhookUrl: "任务结束时服务商通知此地址。网页无法接收。",
    own: "JSON 对象：服务商请求体中此处没有字段的成员。",
  },
  required: "必填",
  usual: (value) => (value === undefined ? "不填" : `不填（${value}）`),
  seconds: (value) => `${value} 秒`,
  oneOf: (values) => `可选：${values.join("、")}。`,
  range: (min, max, isSeconds) =>
    `整数${min === undefined ? "" : `，最小 ${min}`}${max === undefined ? "" : `，最大 ${max}`}${isSeconds ? "，单位秒" : ""}。`,
  atMostCharacters: (count) => `最多 ${count} 个字符。`,
  counts: (counts) => `一次 ${listed(counts, " 或 ")} 个。`,
  megabytes: (count) => `不超过 ${count} MB`,
  lengths: (from, to) => `${from} 到 ${to} 秒`,
  pixels: (count) => `短边至少 ${count} 像素`,
  not: (names) => `不能与以下同用：${names.join("、")}。`,
  anyOf: (names) => `以下至少一项：${names.join("、")}。`,
  with: (names) => `必须与以下同用：${names.join("、")}。`,
  add: "添加一个",
  remove: (what) => `删除${what}`,
  address: (what) => `${what}：地址`,
  file: (what) => `${what}：用文件代替地址`,
  toMock: "模拟服务器，不花钱",
  toProvider: "服务商本身，用我的密钥",
  mockAddress: "模拟服务器地址",
  mockAddressHint: "不含服务商名称。",
  found: {
    steerable: "有应答。那里的时间走得更快，并显示其账本。",
    there: "有应答，但不接受本页的控制：时间按其自身速度，账本不显示。",
    "not-there":
      "该地址没有模拟服务器应答。在仓库克隆中运行 `npm run docs:serve` 可同时提供本页与模拟服务器；`npm start` 在 http://127.0.0.1:4010 启动一个。",
    looking: "正在查看是否有应答……",
  },
  baseURL: "基础地址",
  baseURLHint: "服务商自己的主机，或代理。",
  key: "API 密钥",
  keyHint: "只保存在本页内存中：不存储、不显示，离开即消失。",
  forgetKey: "清除密钥",
  keyWarning: (host) =>
    `发往 ${host} 的请求会花费真钱。请求从本浏览器发出并带上你的密钥。许多主机拒绝网页的请求（CORS）；此时客户端报告没有应答，而任务仍可能存在。连接中断时，浏览器可能不止一次发送，每次都要付费。请使用可以吊销的密钥。`,
  keyMissing: "请先输入密钥。",
  quote: "报价",
  quoteOf: (day, level) => `读取于 ${day}，${level}`,
  stale: "过旧：读取已超过 90 天",
  source: "来源",
  noPrice: "没有价格",
  breakIt: "制造故障",
  nothingBreaks: "没有故障",
  groups: { submit: "提交", task: "任务", webhook: "回调", read: "查询", file: "文件", any: "任意应答" },
  happens: "发生什么",
  charged: "费用如何",
  rightClient: "正确的客户端怎么做",
  noWebhooks: "网页无法接收回调：客户端自行查询任务，运行照常结束。",
  untold: (untold) => {
    if (untold.what === "refusal")
      return "这家服务商的契约没有说明失败任务中哪里能看出内容被拒，因此客户端无法与其他失败区分。";
    if (untold.what === "state")
      return `这家服务商的契约不从 HTTP ${untold.status} 的应答中读取状态，因此客户端无法得知任务已结束，会一直查询到期限为止。`;
    const said = { no: "不收费", yes: "收费" };
    return untold.says === "unknown"
      ? "这家服务商的契约没有说明失败的任务收不收费，因此客户端无法判断，报告“未知”。"
      : `这家服务商的契约说明失败的任务${said[untold.says]}，而应答中看不出这一次并非如此：客户端无从得知，报告“${untold.says === "no" ? "否" : "是"}”。实际情况见账本。`;
  },
  generate: "生成",
  cancel: "停止等待",
  wrong: (count) => `有 ${count} 项设置需要先修改。`,
  cannotSend: "客户端不会发送这个请求：",
  cannotSendYet: "请求目前无法发送。",
  files: (count) => `${count} 个文件会先行上传；服务商给出的地址将代替 https://media.invalid/…。`,
  http: "HTTP",
  copy: "复制",
  copied: (what) => `${what}：已复制。`,
  notCopied: "浏览器不允许复制，请自行选中文本。",
  confirmTitle: "这会花费真钱",
  confirm: (host, price) => `请求将发往 ${host}。报价：${price}。连接中断时，浏览器可能不止一次发送，每次都要付费。`,
  confirmYes: "发送并付费",
  confirmNo: "不发送",
  idle: "尚未发送任何请求。",
  phases: {
    ...{ idle: "就绪", uploading: "正在上传文件", submitting: "正在提交", waiting: "等待中" },
    ...{ downloading: "正在下载视频", completed: "已完成", failed: "以错误结束" },
  },
  states: {
    ...{ queued: "排队中", in_progress: "进行中", completed: "已完成", failed: "失败" },
    ...{ cancelled: "已取消", expired: "已过期" },
  },
  progress: "视频进度",
  percent: (text, progress) => `${text}，${progress}%`,
  elapsed: (seconds) => `${seconds} 秒`,
  fast: (times) => `等待期间，此处时间加快 ${times} 倍。`,
  handle: "句柄",
  handleHint: "在任何进程中都能找回任务，其中没有秘密。",
  resume: "继续",
  resumeHint: "上面所选服务商的句柄。",
  handleMissing: "输入框是空的。请粘贴句柄，它以 oc1_ 开头。",
  noSuchHandle:
    "这不是所选服务商的句柄：它被截断、改动过，或属于另一家服务商。没有发出任何请求，因此不知道任务的情况，也不知道是否扣费。请粘贴完整的句柄，并选择它所属的服务商。",
  money: "是否计费",
  billed: { no: "否", yes: "是", unknown: "未知" },
  cost: "费用",
  expires: (when) => `链接有效期至 ${when}。`,
  video: "视频",
  openVideo: "打开视频",
  downloaded: (bytes, type) => `已完整下载：${bytes} 字节，${type}。`,
  downloadFailed: "下载失败；任务已付费且已完成：",
  says: "客户端的报告",
  report: {
    ...{ code: "代码", message: "消息", billed: "是否计费", isRetryable: "同样的调用可免费重复" },
    ...{ retryAfter: "重复前等待", userMessage: "给最终用户的话", handle: "句柄", advice: "服务商的建议" },
    status: "HTTP 状态",
  },
  yes: "是",
  no: "否",
  noHandle: "无：没有任务，或无从寻找",
  ledger: "模拟服务器的账本",
  tasks: ({ accepted, charged, refunded, orphaned }) =>
    `生成任务 ${accepted} 个，计费 ${charged} 个，退款 ${refunded} 个，无人知晓 ${orphaned} 个。`,
  doubled: (sent, accepted) =>
    `客户端发送了 ${sent} 次，模拟服务器收到 ${accepted} 次：用过的连接中断时，浏览器会自行重发 POST。`,
  livesOn: "任务仍在继续，费用照旧。凭句柄可以找回。",
  noAnswer: "没有应答",
  redirected: "重定向，未跟随",
  underWay: "进行中",
  loading: "正在加载客户端……",
};

/** `1, 2 or 3`; of a row of numbers its ends. */
function listed(counts: readonly number[], or: string): string {
  const [first = 0] = counts;
  const last = counts.at(-1) ?? first;
  if (counts.length > 2 && last - first === counts.length - 1) return `${first}–${last}`;
  return counts.length < 2 ? String(first) : `${counts.slice(0, -1).join(", ")}${or}${last}`;
}

export const WORDS: Readonly<Record<"en" | "zh", Words>> = { en, zh };
