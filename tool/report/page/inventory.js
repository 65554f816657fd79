// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sorts and filters the table of tasks, and draws who owns, stops and waits.
"use strict";
(() => {
  // Beyond this the layout takes seconds, and is made when it is asked for.
  const drawnUnasked = 300;

  const body = document.querySelector("#tasks tbody");
  const rows = [...body.rows];
  const headers = [...document.querySelectorAll("#tasks th")];
  const filter = document.getElementById("filter");
  const columnFilters = [...document.querySelectorAll(".filters input")];
  const only = { owner: "without-owner", wait: "without-waiter" };
  const natural = new Intl.Collator("en", { numeric: true });

  const milliseconds = {
    ns: 1e-6, us: 1e-3, ms: 1, s: 1000, min: 60000, h: 3600000,
  };

  const columnOf = (name) =>
    headers.findIndex((header) => header.dataset.name === name);
  const has = (text, part) =>
    text.toLowerCase().includes(part.trim().toLowerCase());

  function isShown(row) {
    return (
      has([...row.cells].map((cell) => cell.textContent).join(" "),
          filter.value) &&
      columnFilters.every((input, column) =>
        has(row.cells[column].textContent, input.value)) &&
      Object.entries(only).every(
        ([name, box]) =>
          !document.getElementById(box).checked ||
          row.cells[columnOf(name)].classList.contains("nobody"))
    );
  }

  function applyFilters() {
    for (const row of rows) row.hidden = !isShown(row);
    const count = rows.filter((row) => !row.hidden).length;
    document.getElementById("count").textContent =
      `${count} of ${rows.length} shown`;
  }

  // Durations by their length, all else as people count.
  function compare(a, b) {
    const [lengthOfA, lengthOfB] = [a, b].map((text) => {
      const found = /^([\d.]+) (ns|us|ms|s|min|h)$/.exec(text);
      return found ? found[1] * milliseconds[found[2]] : NaN;
    });
    return lengthOfA - lengthOfB || natural.compare(a, b);
  }

  function sortBy(header) {
    const column = headers.indexOf(header);
    const down = header.getAttribute("aria-sort") === "ascending";
    for (const other of headers) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    const textOf = (row) => row.cells[column].textContent;
    // From the order of the file, so that equal rows keep it.
    const sorted = [...rows].sort((a, b) =>
      (down ? -1 : 1) * compare(textOf(a), textOf(b)));
    body.append(...sorted);
  }

  // A task of the picture leads to its row, even to one that is filtered out.
  function linkToRows(svg) {
    for (const task of svg.querySelectorAll("g.task")) {
      const row = document.getElementById(task.id.replace("task", "row"));
      const link = task.querySelector("a");
      if (!link) continue;
      link.setAttribute("href", `#${row.id}`);
      link.addEventListener("click", () => (row.hidden = false));
    }
  }

  async function draw() {
    const picture = document.getElementById("picture");
    try {
      const viz = await Viz.instance();
      const svg = viz.renderSVGElement(
        document.getElementById("dot").textContent);
      svg.setAttribute("role", "group");
      svg.setAttribute("aria-label",
        "Who owns, stops and waits for the tasks; the table says the same.");
      linkToRows(svg);
      picture.replaceChildren(svg);
    } catch (error) {
      picture.textContent = `The picture cannot be drawn: ${error.message}`;
    }
  }

  function offerPicture() {
    if (rows.length <= drawnUnasked) return draw();
    const button = document.createElement("button");
    button.textContent = `Draw all ${rows.length} tasks`;
    button.addEventListener("click", draw);
    document.getElementById("picture").replaceChildren(button);
  }

  const form = document.getElementById("controls");
  form.hidden = false;
  document.querySelector(".filters").hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", applyFilters);
  for (const input of columnFilters)
    input.addEventListener("input", applyFilters);
  for (const header of headers)
    header.firstChild.addEventListener("click", () => sortBy(header));
  applyFilters();
  offerPicture();
})();
