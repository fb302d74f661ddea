// The way out: empty the page, end the session, go somewhere neutral. Nothing is stored in the browser;
// what was being typed is handed to the house, which keeps it sealed until its writer comes in again.
// A link takes the place of the page it stands on, so that going about leaves one line in the browser's list.
(() => {
  const link = document.querySelector("[data-exit]");
  const said = document.querySelector(".exit-said");
  const inTime = 5000;
  let alone = false, presses = 0, timer;

  const empty = () => {
    document.title = "Notes";
    if (document.body) document.body.replaceChildren();
  };
  const typed = () => {
    const form = [...document.querySelectorAll("main form")].find((one) =>
      [...one.elements].some((field) => "defaultValue" in field && field.value !== field.defaultValue));
    if (!form) return null;
    const fields = new FormData(form);
    fields.append("at", form.getAttribute("action"));
    return fields;
  };
  const leave = () => {
    const draft = typed();
    empty();
    let ended = false;
    try { ended = navigator.sendBeacon(link.href, draft); } catch { /* then the link itself ends the session */ }
    location.replace(ended && link.dataset.neutral || link.href);
  };
  const forget = (words) => {
    clearTimeout(timer);
    if (presses) said.textContent = words;
    presses = 0;
  };
  const press = () => {
    presses += 1;
    clearTimeout(timer);
    if (presses === 3) return leave();
    said.textContent = presses === 1 ? said.dataset.two : said.dataset.one;
    timer = setTimeout(() => forget(said.dataset.expired), inTime);
  };

  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") { alone = false; forget(""); }
    else if (!event.repeat) alone = !(event.ctrlKey || event.altKey || event.metaKey);
  }, true);
  addEventListener("keyup", (event) => {
    if (event.key === "Shift" && alone) press();
    if (event.key === "Shift") alone = false;
  }, true);
  addEventListener("pointerdown", () => { alone = false; }, true);
  addEventListener("click", (event) => {
    const to = event.target.closest("a[href]");
    if (!to) return;
    const out = to.matches("[data-exit]");
    const aside = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!out && (aside || to.origin !== location.origin)) return;
    event.preventDefault();
    if (out) leave(); else location.replace(to.href);
  }, true);
  addEventListener("pagehide", empty);
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.replace(location.pathname + location.search);
  });
})();
