// A plot as SVG: logarithmic axes, on which fixed intervals are nearly a straight line. Readable at the width of a phone, light and dark.

const WIDTH = 360;
const PLOT = { left: 44, right: 348, height: 280 };
const X = [3, 70];
const Y = [0.5, 35];
const TICKS = { x: [5, 10, 20, 50], y: [0.5, 1, 2, 5, 10, 20] };

const STYLE = `
  svg { font: 12px system-ui, sans-serif; }
  .paper { fill: #fff; } text { fill: #1f2328; } .axis { stroke: #8c959f; } .grid { stroke: #d8dee4; }
  .fixed { fill: none; stroke: #57606a; stroke-width: 1.5; } .mark { fill: #57606a; } .ours { fill: #0550ae; } .letter { fill: #fff; font-size: 10px; font-weight: 600; }
  .title { font-weight: 600; }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0d1117; } text { fill: #e6edf3; } .axis { stroke: #6e7681; } .grid { stroke: #30363d; }
    .fixed { stroke: #9da7b1; } .mark { fill: #9da7b1; } .ours { fill: #79c0ff; } .letter { fill: #0d1117; }
  }`;

const round = (number) => Number(number.toFixed(1));
const part = (value, [low, high]) => Math.log(value / low) / Math.log(high / low);
const text = (x, y, words, more = "") => `<text x="${round(x)}" y="${round(y)}"${more}>${words}</text>`;
const line = (x1, y1, x2, y2, kind) =>
  `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" class="${kind}"/>`;

/** One square of axes: status calls against one figure of the delay. */
function panel(top, title, figure, { fixed, others, points }) {
  const bottom = top + PLOT.height;
  const x = ({ calls }) => PLOT.left + (PLOT.right - PLOT.left) * part(calls, X);
  const y = (seconds) => bottom - PLOT.height * part(seconds, Y);
  const at = (one) => [x(one), y(one[figure])];
  const isInside = (one) => one.calls <= X[1] && one.calls >= X[0] && one[figure] >= Y[0] && one[figure] <= Y[1];
  const gridX = TICKS.x.flatMap((calls) => [
    line(x({ calls }), top, x({ calls }), bottom, "grid"),
    text(x({ calls }), bottom + 15, calls, ' text-anchor="middle"'),
  ]);
  const gridY = TICKS.y.flatMap((seconds) => [
    line(PLOT.left, y(seconds), PLOT.right, y(seconds), "grid"),
    text(PLOT.left - 6, y(seconds) + 4, seconds, ' text-anchor="end"'),
  ]);
  const path = fixed.filter(isInside).map((one) => at(one).map(round).join(" "));
  const marks = others.filter(isInside).flatMap((one) => {
    const [left, up] = at(one);
    return [`<circle cx="${round(left)}" cy="${round(up)}" r="3.5" class="mark"/>`, text(left + 7, up - 5, one.name)];
  });
  const letters = points.flatMap((one) => {
    const [left, up] = at(one);
    return [
      `<circle cx="${round(left)}" cy="${round(up)}" r="6.5" class="ours"/>`,
      text(left, up + 3.5, one.letter, ' text-anchor="middle" class="letter"'),
    ];
  });
  return [
    text(PLOT.left, top - 10, title, ' class="title"'),
    ...gridX,
    ...gridY,
    line(PLOT.left, bottom, PLOT.right, bottom, "axis"),
    line(PLOT.left, top, PLOT.left, bottom, "axis"),
    `<path d="M${path.join("L")}" class="fixed"/>`,
    ...marks,
    ...letters,
    text((PLOT.left + PLOT.right) / 2, bottom + 32, "status calls per task", ' text-anchor="middle"'),
  ];
}

/** @param data `fixed`: the line; `others`: dots with a `name`; `points`: ours, each with a `letter` and a `name` */
export function plot(title, data) {
  const legend = 2 * (PLOT.height + 78) + 30;
  const keys = data.points.flatMap(({ letter, name }, at) => [
    `<circle cx="22" cy="${legend + 22 * at}" r="6.5" class="ours"/>`,
    text(22, legend + 22 * at + 3.5, letter, ' text-anchor="middle" class="letter"'),
    text(38, legend + 22 * at + 4, name),
  ]);
  const end = legend + 22 * data.points.length;
  const height = end + 22;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${title}">`,
    `<style>${STYLE}\n</style>`,
    `<rect width="${WIDTH}" height="${height}" class="paper"/>`,
    text(12, 20, title, ' class="title"'),
    ...panel(58, "Mean delay, in seconds", "mean", data),
    ...panel(58 + PLOT.height + 78, "95 % are seen within (p95), in seconds", "p95", data),
    ...keys,
    line(14, end, 30, end, "fixed"),
    text(38, end + 4, "fixed intervals, 1 to 30 s; the seeds advise 3 s"),
    "</svg>\n",
  ].join("\n");
}
