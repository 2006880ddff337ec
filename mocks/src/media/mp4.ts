/** What the index of an MP4 or QuickTime file says (ISO/IEC 14496-12). */
export interface Movie {
  readonly seconds: number;
  /** Of the largest track; 0 where there is no picture. */
  readonly width: number;
  readonly height: number;
}

interface Box {
  readonly type: string;
  readonly data: DataView;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const part = (view: DataView, start: number, end: number): DataView =>
  new DataView(view.buffer, view.byteOffset + start, end - start);

/** The boxes that stand side by side; a broken one ends the list. */
export function boxesOf(view: DataView): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= view.byteLength;) {
    const type = String.fromCharCode(...[4, 5, 6, 7].map((offset) => view.getUint8(at + offset)));
    const short = view.getUint32(at);
    // 1: the size follows in 64 bits. 0: up to the end.
    const isLong = short === 1 && at + 16 <= view.byteLength;
    const size = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? view.byteLength - at : short;
    const head = isLong ? 16 : 8;
    if (size < head || at + size > view.byteLength) break;
    boxes.push({ type, data: part(view, at + head, at + size) });
    at += size;
  }
  return boxes;
}

const within = (boxes: readonly Box[], type: string): Box[] =>
  boxes.filter((box) => box.type === type).flatMap(({ data }) => boxesOf(data));

function secondsOf({ data }: Box): number {
  const isLong = data.getUint8(0) === 1;
  const scale = data.getUint32(isLong ? 20 : 12);
  return (isLong ? Number(data.getBigUint64(24)) : data.getUint32(16)) / scale;
}

/** Width and height are the last two numbers, with 16 bits behind the point. */
const sideOf = ({ data }: Box, fromEnd: number): number => data.getUint32(data.byteLength - fromEnd) / 65_536;

/** The index of a movie; `undefined` where there is none that can be read. */
export function readMovie(bytes: Uint8Array): Movie | undefined {
  try {
    const moov = within(boxesOf(viewOf(bytes)), "moov");
    const header = moov.find(({ type }) => type === "mvhd");
    if (!header) return undefined;
    const tracks = moov.filter(({ type }) => type === "trak").map(({ data }) => boxesOf(data));
    const heads = tracks.flatMap((track) => track.filter(({ type }) => type === "tkhd"));
    const largest = (fromEnd: number) => Math.max(0, ...heads.map((head) => sideOf(head, fromEnd)));
    const seconds = secondsOf(header);
    return Number.isFinite(seconds) ? { seconds, width: largest(8), height: largest(4) } : undefined;
  } catch (error) {
    // Cut off in the middle of a number.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
