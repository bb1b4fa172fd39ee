// The page of the one too many: asks again now and then, and turns when there is a seat.
"use strict";
(() => {
  const seconds = Number(document.currentScript.dataset.seconds);
  const ask = async () => {
    try {
      const answer = await fetch("/", { method: "HEAD", cache: "no-store" });
      if (answer.ok) return location.reload();
    } catch { /* the server may come back */ }
    setTimeout(ask, seconds * 1000);
  };
  setTimeout(ask, seconds * 1000);
})();
