// Filters above the table of models, which stands in the page as it is: without a script it is a plain table.
import { computed, defineComponent, h, onMounted, reactive, ref, useId, watch, type VNode } from "vue";

interface Row {
  readonly provider: string;
  readonly modes: readonly string[];
  readonly resolutions: readonly string[];
  readonly isPriced: boolean;
}

/** What the page hands over: a row of facts for each row of the table, and what things are called. */
interface Data {
  readonly rows: readonly Row[];
  readonly names: Readonly<Record<string, string>>;
  readonly modes: Readonly<Record<string, string>>;
}

const WORDS = {
  en: {
    filters: "Filters",
    provider: "Provider",
    mode: "Makes from",
    resolution: "Resolution",
    price: "Price",
    all: "all",
    told: "told",
    untold: "not told",
    reset: "Show all",
    count: (shown: number, all: number) => `${shown} of ${all} models`,
    table: "Models",
  },
  zh: {
    filters: "筛选",
    provider: "服务商",
    mode: "生成方式",
    resolution: "分辨率",
    price: "价格",
    all: "全部",
    told: "已知",
    untold: "未说明",
    reset: "显示全部",
    count: (shown: number, all: number) => `显示 ${shown} / ${all} 个模型`,
    table: "模型",
  },
} as const;

const isData = (value: unknown): value is Data => typeof value === "object" && value !== null && "rows" in value;

function readData(text: string): Data {
  const data: unknown = JSON.parse(text);
  if (!isData(data)) throw new Error("ModelMatrix: there are no rows.");
  return data;
}

const NAMES = ["provider", "mode", "resolution", "price"] as const;
type Name = (typeof NAMES)[number];

const FITS: Readonly<Record<Name, (row: Row, value: string) => boolean>> = {
  provider: (row, value) => row.provider === value,
  mode: (row, value) => row.modes.includes(value),
  // A model without a choice of resolution is not left out of the question; it is just not known to fit.
  resolution: (row, value) => row.resolutions.includes(value),
  price: (row, value) => row.isPriced === (value === "told"),
};

type Option = readonly [value: string, text: string];

/** Resolutions from small to large: 360p, 720p, 1080p, 4k. */
const bySize = (a: string, b: string): number => sizeOf(a) - sizeOf(b);
const sizeOf = (name: string): number => Number.parseInt(name, 10) * (/k$/i.test(name) ? 1000 : 1);

export const ModelMatrix = defineComponent({
  props: { data: { type: String, required: true }, language: { type: String, default: "en" } },
  setup(props, { slots }) {
    const data = readData(props.data);
    const words = WORDS[props.language === "zh" ? "zh" : "en"];
    const id = useId();
    const body = ref<HTMLElement>();
    const isReady = ref(false);
    const chosen = reactive<Record<Name, string>>({ provider: "", mode: "", resolution: "", price: "" });
    const options: Readonly<Record<Name, readonly Option[]>> = {
      provider: Object.entries(data.names),
      mode: Object.entries(data.modes),
      resolution: [...new Set(data.rows.flatMap(({ resolutions }) => resolutions))]
        .toSorted(bySize)
        .map((one) => [one, one]),
      price: [
        ["told", words.told],
        ["untold", words.untold],
      ],
    };
    const shown = computed(() =>
      data.rows.map((row) => NAMES.every((name) => chosen[name] === "" || FITS[name](row, chosen[name]))),
    );
    const apply = (): void => {
      const rows = body.value?.querySelectorAll<HTMLElement>("tbody tr") ?? [];
      for (const [i, row] of [...rows].entries()) row.hidden = shown.value[i] === false;
    };
    onMounted(() => {
      isReady.value = true;
    });
    watch(shown, apply);

    const select = (name: Name): VNode =>
      h("label", { class: "field", for: `${id}-${name}` }, [
        h("span", words[name]),
        h(
          "select",
          {
            id: `${id}-${name}`,
            value: chosen[name],
            onChange: (event: Event) => {
              if (event.target instanceof HTMLSelectElement) chosen[name] = event.target.value;
            },
          },
          [
            h("option", { value: "" }, words.all),
            ...options[name].map(([value, text]) => h("option", { value }, text)),
          ],
        ),
      ]);
    const reset = (): void => {
      for (const name of NAMES) chosen[name] = "";
    };
    const filters = (): VNode =>
      h(
        "form",
        {
          class: "filters",
          "aria-label": words.filters,
          onSubmit: (event: Event) => {
            event.preventDefault();
          },
        },
        [
          ...NAMES.map(select),
          h("button", { type: "button", onClick: reset }, words.reset),
          h("output", { "aria-live": "polite" }, words.count(shown.value.filter(Boolean).length, data.rows.length)),
        ],
      );
    return () =>
      h("div", { class: ["model-matrix", { ready: isReady.value }] }, [
        isReady.value ? filters() : null,
        h(
          "div",
          { ref: body, class: "models", role: "group", tabindex: 0, "aria-label": words.table },
          slots.default?.(),
        ),
      ]);
  },
});
