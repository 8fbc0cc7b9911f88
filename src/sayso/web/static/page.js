// Every page: the theme of the address is kept, the page's name in the menu is in sight, "/" searches.
document.documentElement.classList.add("js");
addEventListener("DOMContentLoaded", () => {
  const theme = new URLSearchParams(location.search).get("theme");
  if (theme) {
    for (const link of document.querySelectorAll('a[href^="/"]')) {
      const url = new URL(link.href);
      if (!url.searchParams.has("theme")) url.searchParams.set("theme", theme);
      link.href = url.pathname + url.search + url.hash;
    }
  }
  const here = document.querySelector(".nav [aria-current]");
  const nav = here?.parentNode;
  if (nav && nav.scrollWidth > nav.clientWidth) nav.scrollLeft = Math.max(0, here.offsetLeft - nav.offsetLeft - 40);
  if (innerWidth < 761) document.getElementById("fac")?.removeAttribute("open");
});
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.metaKey || event.ctrlKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  const search = document.getElementById("q");
  if (!search) return;
  event.preventDefault();
  search.select();
});

// What the server answers to a change that cannot be made is said at the foot of the page; the page stays.
globalThis.say = (words) => {
  const place = document.getElementById("say");
  place.textContent = words;
  place.hidden = !words;
  clearTimeout(globalThis.say.timer);
  globalThis.say.timer = setTimeout(() => { place.hidden = true; }, 6000);
};
addEventListener("htmx:after:request", (event) => {
  const { response, text } = event.detail.ctx;
  if (!response || response.status < 400) return;
  event.preventDefault();
  const page = new DOMParser().parseFromString(text, "text/html");
  globalThis.say(page.querySelector(".complaint h1")?.textContent ?? "That did not work.");
});
addEventListener("htmx:error", () => globalThis.say("The server does not answer. Is sayso serve still running?"));
