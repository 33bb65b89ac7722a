// The page's few line icons, drawn on a grid of 20.

const PATHS = {
  hash: "M8 3 6.5 17M13.5 3 12 17M4 7.5h13M3 12.5h13",
  lock: "M5.5 9h9v7.5h-9zM7.5 9V6.5a2.5 2.5 0 0 1 5 0V9",
  reply: "M4 5h12v8.5H9L5.5 17v-3.5H4z",
  smile: "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M7 12c1.5 2 4.5 2 6 0M7.6 8v.6M12.4 8v.6",
  dots: "M4.5 10h.5M9.75 10h.5M15 10h.5",
  close: "M5 5l10 10M15 5 5 15",
  plus: "M10 4v12M4 10h12",
  menu: "M3.5 6h13M3.5 10h13M3.5 14h13",
  send: "M4 4l13 6-13 6 2.2-6zM6.2 10H11",
  eye: "M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5M10 8.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6",
  down: "M5.5 8l4.5 4.5L14.5 8",
  back: "M12 4.5 6.5 10l5.5 5.5",
  out: "M8 5H5v10h10v-3M11 4h5v5M16 4l-7 7",
  people: "M7.5 9.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4M2.5 16c.4-3 2.4-4.2 5-4.2s4.600 1.200 5 4.200M13 9.300a2.300 2.300 0 0 0 0-4.600M14.500 12c1.800.4 2.800 1.700 3 4",
  bolt: "M11 2.500 4.500 11H9.500l-.8 6.500L15.500 9h-5z",
  clip: "M14.500 9.500 9.700 14.300a3 3 0 0 1-4.200-4.200l5.600-5.600a2 2 0 0 1 2.800 2.800l-5.500 5.500a1 1 0 0 1-1.400-1.400l4.700-4.700",
  alert: "M10 4 2.800 16.500h14.400zM10 8.500v4M10 14.600v.4",
};

const SVG = "http://www.w3.org/2000/svg";

/** A decorative icon; what it means must stand in the label of its button. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ viewBox: "0 0 20 20", class: "icon", "aria-hidden": "true" })) {
    svg.setAttribute(key, value);
  }
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
