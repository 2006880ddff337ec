/** A decimal number, exactly: `digits` × 10 ^ `exponent`. */
interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** The decimal that a number prints as: 0.1 is one tenth here, and not the binary number next to it. */
function decimalOf(value: number): Decimal {
  const [, whole = "0", fraction = "", power = "0"] = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

const times = (a: Decimal, b: Decimal): Decimal => ({
  digits: a.digits * b.digits,
  exponent: a.exponent + b.exponent,
});

function plus(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  const shifted = (one: Decimal) => one.digits * 10n ** BigInt(one.exponent - exponent);
  return { digits: shifted(a) + shifted(b), exponent };
}

/** The sum of products of finite numbers, as decimals: 3 × 0.1 + 0.2 is 0.5. Nothing is rounded. */
export function sumOfProducts(products: readonly (readonly [number, number])[]): number {
  const sum = products.reduce((total, [a, b]) => plus(total, times(decimalOf(a), decimalOf(b))), decimalOf(0));
  return Number(`${sum.digits}e${sum.exponent}`);
}
