// Plays an ink story at random, whole runs one after another, again and again, and prints what the best of them took.
// node ink.js MODULE STORY RUNS TIMES
const [inkjs, file, runs, times] = process.argv.slice(2);
const { Compiler } = require(inkjs);

const story = new Compiler(require("fs").readFileSync(file, "utf8")).Compile();

function play() {
  let [luck, choices, offered, letters] = [1, 0, 0, 0];
  for (let run = 0; run < Number(runs); run++) {
    story.ResetState();
    for (;;) {
      letters += story.ContinueMaximally().length;
      const open = story.currentChoices;
      if (!open.length) break;
      for (const each of open) letters += each.text.length;
      luck = (luck * 48271) % 2147483647;
      story.ChooseChoiceIndex(luck % open.length);
      choices += 1;
      offered += open.length;
    }
  }
  return { choices, offered, letters };
}

let best = Infinity;
let played;
for (let time = 0; time < Number(times); time++) {
  const start = process.hrtime.bigint();
  played = play();
  best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e9);
}
console.log(JSON.stringify({ seconds: best, ...played }));
