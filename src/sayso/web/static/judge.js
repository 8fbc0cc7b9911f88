// The reader's judgements: keys press the open card's buttons; selected words open the correction box.
const { sayso } = globalThis;
const pop = () => document.getElementById("pop");

function press(selector) {
  const card = sayso.active() && sayso.cardOf(sayso.active());
  [...card?.querySelectorAll(selector) ?? []].at(-1)?.click();
  return Boolean(card);
}
const KEYS = { c: '[name="confirm"]', x: '[name="reject"]', z: '[name="undo"]', e: "[data-edit]" };

document.addEventListener("keydown", (event) => {
  const box = pop();
  if (event.key === "Escape" && box && !box.hidden) {
    close();
    return event.preventDefault();
  }
  if (event.key === "Enter" && event.target.id === "given-value") {
    event.preventDefault();
    return document.querySelector("#given button").click();
  }
  if (sayso.typing(event)) return;
  if (picked && walk(event)) return event.preventDefault();
  if (box && !box.hidden) {
    const choice = box.querySelectorAll("li button")[Number(event.key) - 1];
    if (choice) { event.preventDefault(); choice.click(); }
    return;
  }
  if (event.key === "s") { event.preventDefault(); return pick(); }
  if (KEYS[event.key] && press(KEYS[event.key])) event.preventDefault();
}, true);

// By keyboard: words and marks of one paragraph, walked with the arrows; Shift takes more of them.
let picked = null;
const TOKEN = /[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*|\S/gu;
function nodesOf(paragraph) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const nodes = [];
  for (let node; (node = walker.nextNode());) if (!node.parentElement.closest(".num")) nodes.push(node);
  return nodes;
}
function tokensOf(paragraph) {
  const text = nodesOf(paragraph).map((node) => node.data).join("");
  return [...text.matchAll(TOKEN)].map((found) => [found.index, found.index + found[0].length]);
}
// An edge between two nodes belongs to the word: the end of the one before, the beginning of the one after.
function edge(paragraph, at, isEnd) {
  let before = 0;
  for (const node of nodesOf(paragraph)) {
    const here = before + node.length;
    if (isEnd ? at <= here : at < here) return [node, at - before];
    before = here;
  }
  return null;
}
function pick() {
  const words = sayso.active() && document.querySelector(`.st[data-s="${CSS.escape(sayso.active())}"]`);
  const paragraph = words?.closest(".txt") ?? document.querySelector(".txt");
  if (!paragraph) return;
  const tokens = tokensOf(paragraph);
  const start = words ? measured(paragraph, words) : 0;
  const first = Math.max(tokens.findIndex(([, end]) => end > start), 0);
  picked = { paragraph, tokens, anchor: first, at: first };
  mark();
}
function measured(paragraph, element) {
  const nodes = nodesOf(paragraph);
  const until = nodes.findIndex((node) => element.contains(node));
  return nodes.slice(0, until).reduce((sum, node) => sum + node.length, 0);
}
function mark() {
  const { paragraph, tokens, anchor, at } = picked;
  if (!tokens.length) return;
  const start = edge(paragraph, tokens[Math.min(anchor, at)][0], false);
  const end = edge(paragraph, tokens[Math.max(anchor, at)][1], true);
  getSelection().setBaseAndExtent(...start, ...end);
  paragraph.scrollIntoView({ block: "nearest" });
  const found = selected();
  if (found) open(found);
}
function walk(event) {
  const paragraphs = [...document.querySelectorAll(".txt")];
  const to = { ArrowRight: picked.at + 1, ArrowLeft: picked.at - 1, Home: 0, End: picked.tokens.length - 1 }[event.key];
  if (to !== undefined) {
    picked.at = Math.min(Math.max(to, 0), picked.tokens.length - 1);
    if (!event.shiftKey) picked.anchor = picked.at;
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const next = paragraphs[paragraphs.indexOf(picked.paragraph) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) picked = { paragraph: next, tokens: tokensOf(next), anchor: 0, at: 0 };
  } else return false;
  mark();
  return true;
}

// Offsets are code points of the document's text: the words of a paragraph without the numbers that were put in.
function offset(node, at) {
  const start = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const paragraph = start.closest?.(".txt");
  if (!paragraph) return null;
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, at);
  const words = range.cloneContents();
  for (const number of words.querySelectorAll(".num")) number.remove();
  return Number(paragraph.dataset.start) + [...words.textContent].length;
}
function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const start = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  const copy = range.cloneContents();
  for (const number of copy.querySelectorAll(".num")) number.remove();
  const words = copy.textContent.trim();
  return start !== null && end !== null && start < end && words ? { start, end, words, range } : null;
}

function labelOf(card) {
  return `${card.querySelector(".no").textContent}, ${card.querySelector(".who").textContent}`;
}
// The statements that selected words most likely belong to: the open one first, then those nearby.
function candidates(range) {
  const near = range.startContainer.parentElement.closest(".para");
  const around = [near, near?.previousElementSibling, near?.nextElementSibling].filter(Boolean);
  const cards = around.flatMap((paragraph) => [...paragraph.querySelectorAll(".card")]);
  const inside = range.startContainer.parentElement.closest(".st[data-s]");
  const first = inside ? sayso.cardOf(inside.dataset.s) : nearest(near, range) ?? cards[0];
  const open = sayso.active() && sayso.cardOf(sayso.active());
  return [...new Set([open && near?.contains(open) ? open : first, ...cards, open].filter(Boolean))];
}
function nearest(paragraph, range) {
  const at = range.getBoundingClientRect();
  const distance = (words) => Math.abs(words.getBoundingClientRect().top - at.top) * 10 + Math.abs(words.getBoundingClientRect().left - at.left);
  const words = [...(paragraph?.querySelectorAll(".st[data-s]") ?? [])].sort((a, b) => distance(a) - distance(b))[0];
  return words && sayso.cardOf(words.dataset.s);
}
function open(found) {
  const box = pop();
  const cards = candidates(found.range);
  if (!box || !cards.length) return;
  const document_ = document.getElementById("reading").dataset.document;
  box.elements.start.value = found.start;
  box.elements.end.value = found.end;
  box.elements.correct.replaceChildren(...cards.map((card) => new Option(labelOf(card), `${document_}/${card.dataset.s}`)));
  document.getElementById("given").hidden = true;
  box.querySelector(".sel").textContent = found.words.length > 90 ? `${found.words.slice(0, 89)}…` : found.words;
  box.hidden = false;
  const at = found.range.getBoundingClientRect();
  const limit = document.documentElement.clientWidth - box.offsetWidth - 12;
  const home = box.offsetParent?.getBoundingClientRect() ?? { left: -scrollX, top: -scrollY };
  box.style.left = `${Math.max(12, Math.min(at.left, limit)) - home.left}px`;
  box.style.top = `${at.bottom + 10 - home.top}px`;
}
function close() {
  const box = pop();
  if (box) box.hidden = true;
  picked = null;
}

// Words that tell no date and no channel by themselves: the server refuses, and the box asks what they mean.
const GIVEN = { when: ["It was said on", "2025-10-14", ""], channel: ["The channel is", "interview", "channels"] };
let meaning = "";
document.addEventListener("click", (event) => {
  const button = event.target.closest('#pop [name="means"]');
  if (button) meaning = button.value;
}, true);
addEventListener("htmx:after:request", (event) => {
  const row = document.getElementById("given");
  if (event.detail.ctx.response?.status !== 422 || !GIVEN[meaning] || !row || pop().hidden) return;
  const [label, hint, list] = GIVEN[meaning];
  row.hidden = false;
  row.querySelector("label").textContent = label;
  row.querySelector("button").value = meaning;
  const input = row.querySelector("input");
  input.placeholder = hint;
  if (list) input.setAttribute("list", list); else input.removeAttribute("list");
  input.focus();
});
document.addEventListener("mouseup", (event) => {
  if (pop()?.contains(event.target)) return;
  setTimeout(() => { const found = selected(); if (found) open(found); });
});
document.addEventListener("keyup", (event) => {
  if (picked || !event.shiftKey || !event.key.startsWith("Arrow")) return;
  const found = selected();
  if (found) open(found);
});
// On a touch screen there is no mouse to let go of: the selection counts once it has rested.
let resting;
document.addEventListener("selectionchange", () => {
  if (!matchMedia("(pointer: coarse)").matches) return;
  clearTimeout(resting);
  resting = setTimeout(() => { const found = selected(); if (found) open(found); }, 600);
});
document.addEventListener("mousedown", (event) => { if (!pop()?.contains(event.target)) close(); });
document.addEventListener("htmx:after:swap", () => { picked = null; sayso.again(); });
