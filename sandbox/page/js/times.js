// Times as the one who looks reads them: always in their own zone, never in the machine's.

import { workspace } from "./workspace.js";

const made = new Map();

function formatter(options) {
  const key = JSON.stringify(options) + zone();
  if (!made.has(key)) made.set(key, new Intl.DateTimeFormat("en-GB", { timeZone: zone(), hourCycle: "h23", ...options }));
  return made.get(key);
}

export const zone = () => workspace.me?.tz || "UTC";

const shown = (epoch, options) => formatter(options).format(new Date(Number(epoch) * 1000));

export const timeOf = (epoch) => shown(epoch, { hour: "2-digit", minute: "2-digit" });
export const secondsOf = (epoch) => shown(epoch, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
export const dayOf = (epoch) => shown(epoch, { weekday: "long", day: "numeric", month: "long" });
export const shortDayOf = (epoch) => shown(epoch, { weekday: "short", day: "numeric", month: "short" });
export const fullOf = (epoch) => `${dayOf(epoch)}, ${timeOf(epoch)}`;

/** The same text for all moments of one local day. */
export const dayKey = (epoch) => epochToWall(epoch).slice(0, 10);

/** "Today", "Yesterday", "Tomorrow" as seen from `now`, else the day itself. */
export function prettyDay(epoch, now, otherwise = dayOf) {
  const names = { 0: "Today", [-1]: "Yesterday", 1: "Tomorrow" };
  const days = Math.round((Date.parse(dayKey(epoch)) - Date.parse(dayKey(now))) / 86_400_000);
  return names[days] ?? otherwise(epoch);
}

/** "2026-11-24T09:30" of a moment (epoch seconds) in the zone of the one who looks. */
export function epochToWall(epoch) {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" };
  const found = Object.fromEntries(
    formatter(parts).formatToParts(new Date(Number(epoch) * 1000)).map((part) => [part.type, part.value]),
  );
  return `${found.year}-${found.month}-${found.day}T${found.hour}:${found.minute}:${found.second}`;
}

const offsetAt = (epoch) => Date.parse(`${epochToWall(epoch)}Z`) / 1000 - Math.floor(epoch);

/** Epoch seconds of a wall-clock time in the zone of the one who looks. */
export function wallToEpoch(wall) {
  const asUtc = Date.parse(`${wall.length === 16 ? `${wall}:00` : wall}Z`) / 1000;
  return asUtc - offsetAt(asUtc - offsetAt(asUtc));
}

const long = (epoch) => shown(epoch, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
const short = (epoch) => shown(epoch, { day: "numeric", month: "short", year: "numeric" });
const plain = (epoch) => shown(epoch, { day: "numeric", month: "long", year: "numeric" });

function ago(epoch, now) {
  const seconds = Math.round(now - epoch);
  const [size, word] = [[86400, "day"], [3600, "hour"], [60, "minute"], [1, "second"]].find(([s]) => Math.abs(seconds) >= s) ?? [1, "second"];
  const count = Math.floor(Math.abs(seconds) / size);
  const words = `${count} ${word}${count === 1 ? "" : "s"}`;
  return seconds < 0 ? `in ${words}` : `${words} ago`;
}

const TOKENS = {
  date_num: (epoch) => dayKey(epoch),
  date: plain,
  date_short: short,
  date_long: long,
  date_pretty: (epoch, now) => prettyDay(epoch, now, plain),
  date_short_pretty: (epoch, now) => prettyDay(epoch, now, short),
  date_long_pretty: (epoch, now) => prettyDay(epoch, now, long),
  day_divider_pretty: (epoch, now) => prettyDay(epoch, now),
  time: timeOf,
  time_secs: secondsOf,
  ago,
};

/** A date in the words of its template, as in "{date_short} at {time}". */
export const templated = (template, epoch, now) =>
  template.replace(/\{(\w+)\}/g, (whole, name) => TOKENS[name]?.(Number(epoch), now) ?? whole);
