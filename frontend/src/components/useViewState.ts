import { useCallback } from "react";
import { useSearchParams } from "react-router";

/** How a piece of view state is written in the URL; `write` gives null for the default. */
export interface Codec<T> {
  read: (text: string | null) => T;
  write: (value: T) => string | null;
}

/** One of a few words; anything else in the URL counts as the fallback. */
export function oneOf<T extends string>(values: readonly T[], fallback: T): Codec<T> {
  return {
    read: (text) => values.find((value) => value === text) ?? fallback,
    write: (value) => (value === fallback ? null : value),
  };
}

/** A word that only the data can judge, or null. */
export const anyWord: Codec<string | null> = {
  read: (text) => text || null,
  write: (value) => value,
};

/** A whole number from 0, or null. */
export const wholeNumber: Codec<number | null> = {
  read: (text) => (text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null),
  write: (value) => (value === null ? null : String(value)),
};

/** View state that lives in the URL's query, so that an address shows what its sender saw. */
export function useViewState<T>(key: string, codec: Codec<T>): [T, (value: T) => void] {
  const [parameters, setParameters] = useSearchParams();
  const change = useCallback(
    (value: T) =>
      setParameters(
        (previous) => {
          const next = new URLSearchParams(previous);
          const text = codec.write(value);
          if (text === null) {
            next.delete(key);
          } else {
            next.set(key, text);
          }
          return next;
        },
        { replace: true, preventScrollReset: true, flushSync: true },
      ),
    [key, codec, setParameters],
  );
  return [codec.read(parameters.get(key)), change];
}
