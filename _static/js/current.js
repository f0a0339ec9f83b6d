// Answers on current.html whether the version code of a printed copy is the current one, from pdf/files.json.
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

  const check = async (code) => {
    let files;
    try {
      const response = await fetch("pdf/files.json", { cache: "no-cache" });
      if (!response.ok) throw new Error(response.statusText);
      files = (await response.json()).files;
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
})();
