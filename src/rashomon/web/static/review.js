// Keys and marking of text; everything works without, by buttons and fields.
"use strict";
(() => {
  const one = (query) => document.querySelector(query);
  const typing = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select") !== null;
  const decide = one("#decide");

  const press = (letter) => {
    const button = decide && decide.querySelector(`button[data-key="${letter}"]`);
    if (!button) return false;
    const first = button.dataset.first && document.getElementById(button.dataset.first);
    const note = one("#note");
    if (first && !first.value.trim()) first.focus();
    else if (letter !== "a" && !note.value.trim()) note.focus();
    else decide.requestSubmit(button);
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && typing(event.target)) {
      event.target.blur();
      return;
    }
    if (typing(event.target)) return;
    const go = { j: "#after", k: "#before" }[event.key];
    let done = true;
    if (go && one(go)) one(go).click();
    else if (event.key === "/") one("#q").focus();
    else if (event.key === "u" && one(".undo")) one(".undo").click();
    else if (/^[1-9]$/.test(event.key) && decide) {
      const tick = decide.querySelectorAll('input[name="claim"]')[Number(event.key) - 1];
      if (tick) tick.checked = !tick.checked;
    } else done = press(event.key);
    if (done) event.preventDefault();
  });

  const add = one("#add");
  if (add) {
    const take = () => {
      const selection = document.getSelection();
      if (!selection || selection.isCollapsed || !selection.rangeCount) return;
      const range = selection.getRangeAt(0);
      const element = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
      const words = element(range.startContainer).closest(".words");
      if (!words || !words.contains(range.endContainer)) return;
      const before = document.createRange();
      before.selectNodeContents(words);
      before.setEnd(range.startContainer, range.startOffset);
      const start = Number(words.dataset.start) + [...before.toString()].length; // code points, as the case counts them
      const text = range.toString();
      one("#start").value = start;
      one("#end").value = start + [...text].length;
      one("#exact").value = text;
      one("#marked").textContent = text;
      if (/^[\d,]+$/.test(text.trim())) one("#value").value = text.trim();
    };
    document.addEventListener("selectionchange", take);
    take(); // what was marked before this ran
    for (const field of ["#start", "#end"]) one(field).addEventListener("input", () => (one("#exact").value = ""));
  }
})();
