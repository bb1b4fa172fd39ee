// Around the terminal: letters so large that 80 × 24 of them fit, keys for hands without a
// keyboard, and a word when the game is closed. The terminal itself is terminal.js.
"use strict";
(() => {
  const COLUMNS = 80, ROWS = 24, LARGEST = 16, SMALLEST = 5;
  const WIDE = 0.6125, HIGH = 1.36; // of the font's size, and a little air
  const begin = window.onload; // terminal.js would begin now; it waits until the font is there
  window.onload = null;
  const box = () => document.getElementById("terminal");
  const field = () => document.querySelector(".xterm-helper-textarea");
  const touched = matchMedia("(pointer: coarse)").matches;

  const fitting = () => {
    const fit = Math.min(box().clientWidth / COLUMNS / WIDE, box().clientHeight / ROWS / HIGH);
    return Math.max(SMALLEST, Math.min(LARGEST, Math.floor(fit * 4) / 4));
  };

  const press = key => {
    const codes = { ArrowUp: 38, ArrowDown: 40, Enter: 13, Escape: 27 };
    const code = codes[key];
    const what = { key, bubbles: true, cancelable: true };
    if (code) field().dispatchEvent(new KeyboardEvent("keydown", { ...what, keyCode: code }));
    else field().dispatchEvent(new KeyboardEvent("keypress", { ...what, charCode: key.charCodeAt(0), keyCode: key.charCodeAt(0) }));
  };

  const keys = () => {
    for (const button of document.querySelectorAll("#keys [data-key]")) {
      button.addEventListener("click", () => press(button.dataset.key));
    }
    const board = document.getElementById("board");
    const silent = on => { field().inputMode = on ? "none" : "text"; };
    silent(touched); // a tap on an option is a click, and no wish for a keyboard
    board.addEventListener("click", () => {
      silent(field().inputMode !== "none");
      field().blur();
      field().focus();
    });
  };

  // terminal.js says how it goes by classes of the page.
  const following = () => {
    const again = document.getElementById("again");
    again.addEventListener("click", () => location.reload());
    let open = false;
    new MutationObserver(() => {
      const now = document.body.classList;
      if (now.contains("-closed")) again.focus();
      else if (!open && now.contains("-loaded")) { open = true; field().focus(); }
    }).observe(document.body, { attributes: true, attributeFilter: ["class"] });
  };

  // The letters' size can't be changed later; the game can be shown again, just as it was.
  const resizing = size => {
    let waiting = 0;
    window.addEventListener("resize", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const open = !document.body.classList.contains("-closed");
        if (open && Math.abs(fitting() - size) >= 0.5) location.reload();
      }, 400);
    });
  };

  window.addEventListener("load", async () => {
    try { await document.fonts.load("16px 'Roboto Mono'"); } catch { /* another font will do */ }
    const size = fitting();
    box().dataset.fontSize = size;
    box().dataset.sessionWebsocketUrl = `ws${location.protocol.slice(4)}//${location.host}/ws`;
    following();
    begin();
    keys();
    resizing(size);
  });
})();
