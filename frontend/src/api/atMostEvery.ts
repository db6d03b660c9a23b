export interface Paced {
  call: () => void;
  stop: () => void;
}

/** Calls `action` at once and then at most once per `milliseconds`; the last call is never lost. */
export function atMostEvery(milliseconds: number, action: () => void): Paced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const run = () => {
    again = false;
    action();
    timer = setTimeout(() => {
      timer = undefined;
      if (again) {
        run();
      }
    }, milliseconds);
  };
  return {
    call: () => {
      if (timer === undefined) {
        run();
      } else {
        again = true;
      }
    },
    stop: () => clearTimeout(timer),
  };
}
