import { listed } from "./words-listed.js";
import type { Words } from "./words.js";

export const zh: Words = {
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
      "该地址没有模拟服务器应答。在仓库克隆中运行 `npm run docs:serve` 可同时提供本页与模拟服务器；`npm start` 或 `npx -p @omni-contracts/mocks omni-mock`（从 0.1.0 起）在 http://127.0.0.1:4010 启动一个。",
    looking: "正在查看是否有应答……",
    "not-asked":
      "本站没有自带模拟服务器。请在本机启动一个（地址为 http://127.0.0.1:4010），然后点击“生成”：`npx -p @omni-contracts/mocks omni-mock`（从 0.1.0 起），或在仓库克隆中运行 `npm start`。",
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
  cannotSendYet: "请求目前无法发送",
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
