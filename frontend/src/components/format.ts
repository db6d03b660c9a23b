const whole = new Intl.NumberFormat("en");

/** 266200 as "266,200". */
export function count(value: number): string {
  return whole.format(value);
}

/** A share from 0 to 1 as a percentage: 0.9834 as "98.34 %". */
export function accuracy(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

/** A density from 0 to 1 as the percentage of weights remaining: "100", "51.3", "0.86". */
export function weightsRemaining(density: number): string {
  const percent = density * 100;
  if (percent >= 99.95) {
    return "100";
  }
  return percent >= 1 ? percent.toFixed(1) : percent.toPrecision(2);
}

/** 4000 seconds as "1 h 7 min". */
export function duration(seconds: number): string {
  if (seconds < 60) {
    return `${Math.max(0, Math.round(seconds))} s`;
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) {
    return `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48
    ? `${hours} h ${minutes % 60} min`
    : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** How long ago an ISO instant was: "5 min ago". */
export function ago(instant: string, now: number): string {
  const seconds = (now - Date.parse(instant)) / 1000;
  return seconds < 5 ? "just now" : `${duration(seconds)} ago`;
}

export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** 4200000 bytes as "4.2 MB". */
export function bytes(value: number): string {
  const power = Math.min(4, Math.floor(Math.log10(Math.max(1, value)) / 3));
  const scaled = value / 1000 ** power;
  return `${power === 0 || scaled >= 100 ? Math.round(scaled) : scaled.toFixed(1)} ${
    ["B", "kB", "MB", "GB", "TB"][power]
  }`;
}
