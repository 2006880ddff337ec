/**
 * Lets this process outlive what a client leaves behind: a rejected promise that nobody awaits, a timer that throws. In a program of
 * its own that would be the end; here it would be the end of all other clients' runs too.
 *
 * @param tell is given each message once
 */
export function outliveStrays(tell: (message: string) => void): void {
  const told = new Set<string>();
  const take = (error: unknown): void => {
    const message = String(error);
    if (told.has(message)) return;
    told.add(message);
    tell(message);
  };
  process.on("unhandledRejection", take);
  process.on("uncaughtException", take);
}
