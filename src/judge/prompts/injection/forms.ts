/** Imitates a judge's verdict; over passages. */
export const VERDICT: readonly string[] = [
  String.raw`\b(?:rating|score|verdict|winner|grade)\b.{0,12}\[\[`,
  String.raw`(?:^|[.!?:,;>)({[\n"*-] ?)(?:final |overall |total |my )?(?:score|rating|verdict|grade|overall|final verdict|grading_result)[*_"']{0,3}(?: ?\([^)\n]{1,12}\))? ?[:=] ?[*_"']{0,3}(?:10\b(?! ?[*+/-] ?(?!10)\d|[.,]\d)|ten\b|full|max\b|maximum|perfect|pass\b)`,
  String.raw`(?:^|[.!?,;>)({[\n*-] ?)(?:final |current_?|my )?(?:verdict|winner|preferred|choice)[*_"']{0,3} ?[:=] ?[*_"']{0,3}(?:(?:response |answer |assistant )?[ab]\b)`,
  String.raw`<(?:\w{1,20}_)?(?:score|verdict|winner|rating|judgment|judge_?notes?|rubric|quality)>`,
];

/** Imitates a verdict in JSON, or in FastChat's form; over a whole text. */
export const WRITTEN_VERDICT: readonly string[] = [
  String.raw`\[\[ ?(?:10|[a-c]|tie|[0-9]\.\d) ?\]\]`,
  String.raw`["'](?:scores?|winner|verdict|reasoning|judg(?:e)?ment|overall_score|final_score)["'] ?: ?(?:["'{[]|\d)|["'](?:rating|grade)["'] ?: ?10\b|["']pass["'] ?: ?true`,
];

/** Imitates the roles of a chat, or the tokens between them; over a whole text that begins with a line end. */
export const MARKUP: readonly string[] = [
  String.raw`\bsystem (?:note|message|notice|alert|update) (?:for|to)\b`,
  String.raw`<\|[^|<>\s]{1,40}\|?>|<[^|<>\s]{1,40}\|>|<<\/?sys>>|<(?:start|end)_of_turn>|<\/s>|<s>\[`,
  String.raw`\[\/?(?:inst|system_prompt)\]`,
  String.raw`<\/?(?:system|instructions?|admin|prompt)>`,
  String.raw`\n ?[*_#[<({"'-]{0,5} ?(?:system|developer|admin|root)(?: (?:prompt|message|note|instructions?|update|state))?[*_#\]>)}"']{0,3} ?:`,
  String.raw`\n ?(?:#{1,5} ?|\[)(?:system|developer|admin|judge|internal)\b`,
  String.raw`\n ?(?:human|user) ?:.{0,200}\n+ ?(?:assistant|ai|judge|model|grader) ?:`,
  String.raw`\n ?assistant(?: [ab])? ?: ?\S`,
];

/** Imitates the end of the material that is judged; over a whole text. */
export const BOUNDARY: readonly string[] = [
  String.raw`<\/? ?data(?:-[-\w{}]{0,64})?(?: [^>\n]{0,80})?>`,
  String.raw`<\/(?:assistant[ _-]?)?(?:answer|response|output|submission|candidate|completion|assistant)(?:[ _-]?[ab12])?>`,
  String.raw`(?:[=[<#*_~-]{2}|\[|<) ?(?:the )?(?:end|start|begin(?:ning)?)(?: of)?(?: the)? (?:assistant(?: [ab])?(?:'s)? |candidate(?:'s)? |model(?:'s)? |user |ai )?(?:answer|response|output|submission|data|material|input|conversation|block|transcript|evaluation|debug)\b`,
  String.raw`\[(?:cut|empty)-[0-9a-z]{4}`,
  String.raw`\bboundary code\b`,
  String.raw`\b(?:the (?:material|blocks?|data)|the (?:answer|evaluation|grading|judging)(?: phase)?) (?:is|are|was|ends?)(?: now)? (?:here|closed|over|complete[d.]?|finished)\b`,
];
