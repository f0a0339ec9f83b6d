// Answers on current.html whether the version code of a printed copy is the current one, from pdf/files.js.
"use strict";

(() => {
  const answer = document.getElementById("kb-answer");
  const field = document.getElementById("kb-code");
  // Letters that Crockford's alphabet leaves out are read as the digits they look like.
  const clean = (code) =>
    code.toUpperCase().replace(/[^0-9A-Z]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");

  const say = (heading, text, files = []) => {
    answer.replaceChildren();
    const title = document.createElement("h2");
    title.textContent = heading;
    const body = document.createElement("p");
    body.textContent = text;
    answer.append(title, body);
    if (files.length === 0) return;
    const list = document.createElement("ul");
    for (const file of files) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `pdf/${file.path}`;
      link.textContent = `${file.title} (${file.form}), checked ${file.checked}`;
      item.append(link);
      list.append(item);
    }
    answer.append(list);
  };

  // A script and not a JSON file, so that the check works on a copy of the site that was opened from a disk.
  const listed = () =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `pdf/files.js?at=${Date.now()}`; // never an old list from the browser's store
      script.onload = () => resolve(window.kbFiles.files);
      script.onerror = reject;
      document.head.append(script);
    });

  const check = async (code) => {
    let files;
    try {
      files = await listed();
    } catch {
      say("Not checked", "The list of current versions could not be read. Try again when you are online.");
      return;
    }
    const found = files.filter((file) => file.code === code);
    if (found.length > 0) {
      say(`Yes: ${code} is current`, "This is the current version of:", found);
    } else {
      say(`No: ${code} is not current`, "No current file has this version. Do not rely on the copy; take a new one.");
      const way = document.createElement("p");
      const link = document.createElement("a");
      link.href = "downloads.html";
      link.textContent = "All current files";
      way.append(link);
      answer.append(way);
    }
  };

  const code = clean(new URLSearchParams(location.search).get("code") ?? "");
  field.value = code;
  if (code) check(code);
  else if (location.search) say("No code", "Enter the version code from the foot of the sheet.");
})();
