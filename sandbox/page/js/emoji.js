// Emoji by name, the common ones; where the machine has no glyph for one, its name is shown.

import { el } from "./dom.js";

const TABLE = `
construction 🚧|white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|no_entry ⛔|no_entry_sign 🚫
warning ⚠️|rotating_light 🚨|bulb 💡|bell 🔔|no_bell 🔕|mute 🔇|mag 🔍|memo 📝|pencil ✏️|pencil2 ✏️|clipboard 📋
calendar 📅|date 📅|spiral_calendar_pad 🗓️|hourglass ⌛|hourglass_flowing_sand ⏳|stopwatch ⏱️|alarm_clock ⏰|clock9 🕘
hammer_and_wrench 🛠️|wrench 🔧|hammer 🔨|gear ⚙️|link 🔗|lock 🔒|unlock 🔓|key 🔑|shield 🛡️|package 📦|truck 🚚
rocket 🚀|fire 🔥|sparkles ✨|star ⭐|star2 🌟|tada 🎉|confetti_ball 🎊|trophy 🏆|medal 🏅|dart 🎯|gift 🎁
thumbsup 👍|+1 👍|thumbsdown 👎|-1 👎|clap 👏|raised_hands 🙌|pray 🙏|wave 👋|ok_hand 👌|muscle 💪|handshake 🤝
raising_hand 🙋|raised_hand ✋|hand ✋|point_right 👉|point_left 👈|point_up ☝️|point_down 👇|eyes 👀|brain 🧠
slightly_smiling_face 🙂|smile 😄|grinning 😀|smiley 😃|blush 😊|wink 😉|joy 😂|thinking_face 🤔|sweat_smile 😅
heart_eyes 😍|sob 😭|cry 😢|disappointed 😞|confused 😕|neutral_face 😐|upside_down_face 🙃|sunglasses 😎|sleeping 😴
heart ❤️|blue_heart 💙|green_heart 💚|purple_heart 💜|100 💯|question ❓|exclamation ❗|grey_question ❔
information_source ℹ️|arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️|arrow_down ⬇️|leftwards_arrow_with_hook ↩️|arrows_counterclockwise 🔄|repeat 🔁
large_green_circle 🟢|large_yellow_circle 🟡|large_orange_circle 🟠|red_circle 🔴|large_blue_circle 🔵|white_circle ⚪|black_circle ⚫
green_circle 🟢|yellow_circle 🟡|large_green_square 🟩|large_red_square 🟥|white_square ⬜|small_blue_diamond 🔹
bar_chart 📊|chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|books 📚|book 📖|mortar_board 🎓|microscope 🔬
computer 💻|desktop_computer 🖥️|robot_face 🤖|bug 🐛|snake 🐍|test_tube 🧪|speech_balloon 💬|thought_balloon 💭
email 📧|inbox_tray 📥|outbox_tray 📤|mailbox 📫|pushpin 📌|round_pushpin 📍|paperclip 📎|seedling 🌱|herb 🌿
evergreen_tree 🌲|sunny ☀️|sunrise 🌅|crescent_moon 🌙|partly_sunny ⛅|cloud ☁️|umbrella ☔|snowflake ❄️|ocean 🌊
coffee ☕|tea 🍵|beers 🍻|cake 🍰|palm_tree 🌴|airplane ✈️|house 🏠|office 🏢|busts_in_silhouette 👥|bust_in_silhouette 👤
two_women_holding_hands 👭|dancers 👯|see_no_evil 🙈|zzz 💤|boom 💥|bookmark 🔖|label 🏷️|ticket 🎫|compass 🧭
white_flag 🏳️|checkered_flag 🏁|triangular_flag_on_post 🚩|jigsaw 🧩|thread 🧵|pinwheel 🎐|wind_chime 🎐|ferris_wheel 🎡
keycap_ten 🔟|one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣`;

const SIGNS = new Map(TABLE.trim().split(/[|\n]/).map((entry) => entry.trim().split(" ")));
const REACTIONS = ["thumbsup", "white_check_mark", "eyes", "raised_hands", "heart", "tada", "pray", "rocket", "bulb", "thinking_face"];

/** The names a person may react with, in the order they are offered. */
export const reactionNames = () => REACTIONS;

export const isEmoji = (name) => SIGNS.has(name);

/** The emoji as an image with its name, or its name in colons where it cannot be drawn. */
export function emoji(name) {
  const sign = SIGNS.get(name);
  if (!sign || !drawable(sign)) return el("span", { class: "emoji-name" }, `:${name}:`);
  return el("span", { class: "emoji", role: "img", "aria-label": name.replaceAll("_", " "), title: `:${name}:` }, sign);
}

const known = new Map();
let pen = null;

function drawable(sign) {
  if (!known.has(sign)) known.set(sign, picture(sign) !== picture("\u{10FFFE}"));
  return known.get(sign);
}

function picture(sign) {
  pen ??= Object.assign(document.createElement("canvas"), { width: 24, height: 24 }).getContext("2d", { willReadFrequently: true });
  pen.clearRect(0, 0, 24, 24);
  pen.font = "16px sans-serif";
  pen.textBaseline = "top";
  pen.fillText(sign.replace("\uFE0F", ""), 2, 2);
  return pen.getImageData(0, 0, 24, 24).data.join();
}
