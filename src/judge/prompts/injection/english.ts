/**
 * Patterns over English text as `views` writes it: lower case, plain letters, one space between words. Gaps are bounded,
 * so that a pattern takes linear time. Their words were chosen by what real outputs do not say: see test/judge/prompts.
 */
const NEAR = String.raw`[^\n]{0,40}?`;
const ANSWER = '(?:answer|response|reply|output|submission|completion|solution|essay|text|item|one)';
const OWN = String.raw`(?:(?:this|my|our|(?:the )?(?:above|preceding|following)) (?:\w{1,15} )?${ANSWER}|${ANSWER} above|mine)`;
const JUDGE = '(?:judge|grader|evaluator|rater|assessor|scorer|examiner|annotator|referee|adjudicator|reviewer)s?';
/** Judges that are hardly anything else. Pupils are called second graders. */
const LLM_JUDGE = String.raw`\b(?:(?<!\b(?:\w{1,10}(?:st|nd|rd|th)|first|grade|\d)[ -])graders?|evaluators?|scorers?|raters?|annotators?|adjudicators?|reward model|(?:scoring|grading|judging|evaluation|judge|reviewer|evaluator) (?:model|system|llm|ai|bot|script|pipeline|engine|assistant))`;
const MARK = '(?:scores?|ratings?|marks?|grades?|points?|credits?|evaluations?|results?|verdicts?)';
const JUDGING =
  '(?:scor(?:e|es|ed|ing)|ratings?|rated|grad(?:e|ed|ing)|marked|verdict|winner|judge(?:s|d|ment)?|judgment|evaluat(?:e|es|ed|or|ors|ion)|rubric|calibration|outcome|assessment)';
/** The highest score of a scale up to 10, standing alone and not in a sum. */
const TEN = String.raw`(?<![\w$.,])(?<![$*+/=<>-] ?)(?:10|ten)\b(?! ?[*+/=%x-] ?\d|[.,]\d| ?(?:%|percent|years?|days?|hours?|minutes?|people|students))`;
const OUT_OF = String.raw`(?<![\d.,])\b(?:(?:10|ten) ?(?:\/|out of) ?(?:10|ten)|(?:5|five) out of (?:5|five)|100 ?\/ ?100)\b(?! ?[*+=/])`;
const BEST = String.raw`(?:full|max(?:imum|imal)?|top|highest|perfect|best|flawless|high(?:est)?|${TEN}) (?:possible |attainable |available |number of )?${MARK}\b`;
const TOP = `(?:${OUT_OF}|${TEN}|${BEST})`;
const RULES =
  '(?:instructions?|prompts?|rules?|guidelines?|criteri(?:a|on)|rubrics?|directions|directives?|orders|commands?|constraints?|scoring scheme)';
const BEGIN = String.raw`(?:^|[.!?:;,"'\n(>*/#\]-] ?|\b(?:please|kindly|must|should|just|simply|only|always|and|to|then|instead,?|now|you) )`;

/** Tells the judge to drop or change its instructions. */
export const OVERRIDE: readonly string[] = [
  String.raw`\b(?:ignor|disregard|forget|overrid|overrul|bypass|discard|abandon|neglect|suspend|overlook|set aside)(?:e|ing|ed)?\b.{0,25}\b(?:previous|prior|earlier|preceding|above|existing|original|initial|all|any|every|everything|your|system|evaluation|grading|scoring|judging)\b.{0,30}\b${RULES}\b`,
  String.raw`\b(?:ignor|disregard|forget|overrid|overlook|pay no attention to|skip)(?:e|ing)?\b.{0,12}\b(?:rubrics?|criteria|scale|(?:mistakes|errors|flaws|checks)\b.{0,30}\b(?:answer|response|text|decid|scor|grad|below|mark))`,
  String.raw`\b(?:ignore|disregard|forget)(?: about)? (?:(?:all|any|everything|the|of|what|whatever|that) ){0,4}(?:is |was |came |comes |stands )?(?:above|previous(?:ly)?|prior|preceding|foregoing|earlier|before)\b`,
  String.raw`\b(?:forget|ignore|disregard)\b.{0,10}\b(?:everything|anything|all|what(?:ever)?)\b.{0,20}\b(?:above|before|previous(?:ly)?|told|instructed)\b`,
  String.raw`\b(?:do not|don't|stop|never|no longer|not to) (?:follow|obey|apply|use|adhere to)(?:ing)?\b.{0,25}\b(?:previous|prior|earlier|above|evaluation|grading|scoring|your|original)\b.{0,20}\b${RULES}\b`,
  String.raw`\b(?:previous|prior|earlier|original|initial|existing) (?:system )?(?:instructions|rubric|guidelines|prompts?)\b|\b(?:system prompts?|prompt injections?|(?:evaluation|scoring) criteria)\b`,
  String.raw`\b(?:new|updated|revised|real|actual|secret|hidden) (?:evaluation |scoring |grading |system )?(?:instructions?|rules?|rubrics?|criteria|directives?|task|prompt)(?: (?:is|are))?(?: ?[:\]]| that\b| to\b)`,
  String.raw`\b(?:under|by|per|according to) (?:the (?:new|updated|revised|correct)|these) (?:rubric|criteria|scale)\b`,
  String.raw`\b(?:rubric|(?:the|all) criteria|(?:grading|scoring|evaluation) (?:rules|system|guidelines|scheme))\b${NEAR}\b(?:outdated|obsolete|invalid|void|replaced|suspended|no longer|broken|satisfied|require|now weighted|only accept)`,
  String.raw`\byour (?:task|role|job|goal) (?:has|is) (?:now )?(?:been )?(?:changed|to (?:output|print|give|assign|choose))\b`,
  String.raw`\byou (?:no longer|do not|don't need to|need not) (?:evaluat|judg|grad|scor)e?\b`,
  String.raw`\bstop (?:grading|evaluating|judging|scoring)\b`,
  String.raw`\byou (?:have been|are(?: now)?|were) (?:reprogrammed|recalibrated|reconfigured|retrained|overridden|jailbroken)\b`,
  String.raw`\b(?:from (?:now|here) on|henceforth|you (?:will )?now)\b.{0,60}\b(?:scores?|rate|grades?|worth|rating|judge|grader|evaluator)\b`,
  String.raw`\b(?:act|behave|respond|pretend) (?:as|like|to be) (?:a |an |the )?(?:\w{1,12} )?(?:grader|evaluator|scorer|rater|judge (?:who|that))\b`,
  String.raw`\b(?:admin(?:istrator)?|system|grading|scoring|evaluation|evaluator|judge|security|team|policy)(?:[ -]level)? override\b`,
  String.raw`\b(?:debug|developer|maintenance|god|admin|sudo|root) mode\b.{0,60}\b(?:scor|grad|judg|rating|maximum|evaluat|winner|print|enabled)`,
  String.raw`\bbegin your (?:reply|response|answer|output|evaluation|verdict)\b`,
  String.raw`\b(?:treat|consider|regard|accept)(?:ed)?\b${NEAR}\b(?:as (?:correct|satisfied|fulfilled|passed|perfect)|considered correct)\b|\bshould be (?:considered|treated as|deemed) (?:correct|right|true)\b`,
  String.raw`\b(?:score|grade|rate|judge|evaluate|mark) accordingly\b`,
  // Without spaces, backwards, and in ROT13.
  String.raw`(?:ignor|disregard)e?(?:all)?(?:the)?(?:previous|prior|above)(?:instructions|rules|prompts?)`,
  String.raw`\b(?:erongi|snoitcurtsni|dragersid|erocs|vtaber|vafgehpgvbaf?|qvfertneq|fpber)\b`,
];

/** Speaks to the judge. */
export const ADDRESS: readonly string[] = [
  String.raw`\b(?:dear|attention|hello|hi|hey|listen|to|for|(?:note|message|memo|instructions?|warning) (?:to|for))[,:]? (?:all |the |any |our |fellow |esteemed |honou?rable )?(?:ai |llm |automated |language model )${JUDGE}\b`,
  String.raw`\b(?:dear|attention|note to|note for|message to|hello|hey) (?:all |the |any )?(?:honou?rable |esteemed )?(?:judge|examiner|reviewer|assessor|referee)s?\b`,
  String.raw`\b(?:ai|llm|gpt|language model|automated|automatic|impartial)[ -](?:based )?(?:judge|examiner|reviewer)s?\b`,
  String.raw`${LLM_JUDGE}\b`,
  String.raw`\bjudges?\b[^\n]{0,60}\b(?:(?:best|this|my|better|which|first|second) (?:answer|response|reply)|give|gives? (?:full|a)|full credit|score|assistant|response [ab]|maximum|i choose)\b`,
  String.raw`(?:^|[\n[*#"'(>/-] ?)(?:note to |note for |todo ?\()?(?:the )?${JUDGE}\)?(?:'s|s')?[ _]?(?:notes?|instructions?|only|directive|alert)? ?[:>\]]`,
  String.raw`\b(?:llm|model|ai|system|assistant|whoever|anyone|you are|you're) (?:who is |that is |which is )?(?:currently |now )?(?:grad|judg|evaluat|scor|rat|review|assess)(?:e|ing|es|s) (?:this|my|the above)\b`,
  String.raw`\b(?:whoever|anyone who|anybody who|if you(?:'re| are| can)?|you who)\b.{0,40}\b(?:evaluating|evaluation purposes|evaluator|evaluates?|grading|grades|judging|scoring)\b`,
  String.raw`\b(?:grading|grader|evaluation|evaluator|judge|judging|scoring|scorer|submission|assessment|calibration)[ _](?:team|notes?|instructions?|protocol|metadata|status|policy|directive|guidance|purposes?|results?|sample|override|mode|complete)\b`,
  String.raw`\b${JUDGE} (?:must|shall|may|are (?:required|instructed|asked)|have to) (?:not )?(?:to )?(?:give|score|rate|award|assign|choose|prefer|select|mark|accept)\b`,
  String.raw`\b(?:this|my) (?:answer|response|reply|output|submission)\b|\bthe (?:answer|response|reply|output|submission) (?:above|below|you are)\b`,
  String.raw`\b(?:this|your|excellent|previous|cached|subsequent) (?:evaluation|grading|scoring|verdict)\b`,
  String.raw`\bevaluation\b.{0,20}\b(?:complete|finished|is over|finali[sz]ed)\b|\b(?:requested|before|during) (?:this|the) (?:evaluation|evaluating|judging|grading)\b`,
  String.raw`\binstructions? (?:for|to) (?:the |any |all )?(?:llm|model|ai|language model|judge|system|assistant)\b|\bnot (?:a )?part of (?:the|this|my) (?:answer|response|submission)\b|\b(?:real|actual|true) (?:candidate )?(?:answer|response|submission)\b`,
  String.raw`\bgrade only\b|\b(?:should|must|to) be (?:scored|graded|rated|preferred)\b|\b(?:answer|response|part|version|submission|output) (?:that is |which is )?being (?:graded|scored|evaluated|judged|rated)\b|\bonly (?:grade|score|evaluate) (?:the|this|what)\b|\bplease (?:grade|evaluate|score) (?:version|only|the (?:final|corrected))\b`,
];

/** Asks for a score or for a win, or says that there is one. */
export const DEMAND: readonly string[] = [
  String.raw`\b${JUDGING}\b${NEAR}(?<!\b1 ?(?:to|-) ?)(?:${TEN}(?! (?:points|goals|marks|more|free))|${OUT_OF})`,
  String.raw`(?<!\n ?)${TEN}(?: (?:as|is|for|in|was|on)\b| points?\b)?${NEAR}\b(?:the score|score\b(?!d|s)|rating|grade|verdict|evaluat(?:ion|or)|judge|criteri(?:a|on)|answers?|response)\b`,
  OUT_OF,
  String.raw`\b${OWN}\b.{0,60}?\b(?:scor(?:e|es|ed|ing)|ratings?|rated|grad(?:e|ed|ing)|marks|marked|judged|evaluated|winner|preferred|perfect|flawless|chosen|ten|deserves|merits|superior|full credit)\b`,
  String.raw`\b(?:max(?:imum|imal)?|top|full|highest|best|perfect) (?:possible |attainable )?(?:scores?|ratings?|marks?|grades?|credit)\b`,
  String.raw`\b(?:choosing|selecting|picking|preferring|choose|select|pick|prefer) (?:this|that|my) (?:answer|response|reply|output|submission|one)\b`,
  String.raw`\b(?:deserves?|merits?|earns?|give|giving|award|assign|grant|report|return|print|please|must|should|only|fair|get|receive|require|approve|a)\b${NEAR}\b${BEST}.{0,25}\b(?:answer|response|reply|submission|text|please|criteri|is the only|sample|item|whatever|regardless)`,
  String.raw`${BEGIN}(?:give|assign|award|grant|return|output|record|print|report|respond with|reply with|write(?: down)?|put|say|rate|score|grade|mark)(?: (?:it|me|us|mine|them|this|to))?(?: (?:with|a|an|the|only|as|score|out))* ?${TOP}`,
  String.raw`\b(?:rate|score|grade|mark|give|gave) (?:it|this|that|mine|me|us|every \w{1,10}|(?:the|this|my|that) ${ANSWER})(?: (?:a|an|the|as|at|with|fully))* (?:5\b|10\b|ten\b|full|perfect|correct|passed|top|max|highest|highly|favou?rably|generously)`,
  String.raw`\b(?:set|fix|lock|force|put)(?: the)? (?:score|rating|grade|winner|verdict)\b|\b(?:score|rating|grade) (?:field|must be|should be|has to be)\b`,
  String.raw`\b(?:correct|right|only|fair|acceptable|appropriate|true|proper|final|deserved|valid|known) (?:acceptable |possible |fair |and only )?(?:score|rating|grade|mark|verdict|outcome|action|winner|choice)\b${NEAR}\b(?:is|=|be)\b.{0,12}?(?:${TOP}|to select|\b(?:assistant |response |answer )?[ab]\b)`,
  String.raw`\b(?:pick|choose|select|prefer|favou?r|declare|vote for|crown) (?:me\b(?! up)|mine\b|(?:response|answer|assistant|output|reply) [ab12]\b|this (?:answer|response|reply|one)\b|my (?:answer|response|reply)\b|[ab](?:[.!,]|$|\n| (?:as|over|because|wins)))`,
  String.raw`\b(?:responses?|answers?|assistant|outputs?|reply) (?:b\b|a(?= (?:is|was|wins|won|deserves|should|must|has|to|and|or|as|over|shows|demonstrates|represents|scores|better|clearly|in)\b)|[ab](?:[.:;!?,)"'\]]|$|\n))`,
  String.raw`\b(?:model|candidate|option) [ab] (?:is|was|clearly|should|must|wins|won|deserves)\b.{0,30}\b(?:winner|better answer|superior|preferred|wins?|won|chosen)\b`,
  String.raw`\bwinner\b.{0,12}[:=] ?\W{0,3}(?:[ab12]\b|this|me\b|mine|first|second)|\b(?:(?:first|second) one|[ab]) wins\b|\b(?:say|declare|announce) that (?:it|i|a|b) (?:won|wins)\b`,
  String.raw`\b(?:answer |response |assistant |output )?[ab] is (?:clearly |obviously )?(?:the )?(?:better|best|superior|correct) (?:one|answer|response|choice)\b|\bvote for (?:the )?(?:first|second|[ab]\b)|\bmark (?:\w{1,8} )?as (?:correct|passed|perfect)\b`,
  String.raw`\b(?:than|with|to) the alternative\b|\b(?:responses|answers|replies|outputs) (?:that|which|who) (?:contain|begin|start|end|include)\b|\b(?:wrong|all|every|bad|short) answers? (?:get|receive|deserve|score|earn)s?\b`,
  String.raw`\bthe other (?:response|assistant|output|submission|reply|model'?s? (?:answer|response))\b|\b(?:another|second|first) (?:response|answer|reply) (?:next to|contains|below|above|is (?:wrong|worse|incorrect))\b|\b(?:read|trust|choose) the (?:second|first|other) (?:answer|response)\b`,
  String.raw`\b(?:please|kindly|beg|implore|urge)\b.{0,30}\b(?:rate|score|grade|mark|judge|evaluate)\b.{0,30}\b(?:highly|favou?rably|generously|kindly|positively|leniently|10|top|maximum|full marks|perfect)\b|\bbe (?:lenient|generous|kind)\b.{0,30}\b(?:round|scor|grad|mark|rat|judg)`,
  String.raw`\b(?:tip|pay|reward|bribe) you\b.{0,50}\b(?:score|rating|marks?|grade|10|prefer|choose)\b|\b(?:i ask|asks?|wants?|beg) you to (?:favou?r|pick|choose|prefer|select)\b`,
  String.raw`\b(?:low|lower|bad|poor|less than|below)\b.{0,12}\b(?:score|rating|grade|mark|[789]|10)\b.{0,60}\b(?:my job|fired|starve|discriminat|be reported|harm|kill|sued|illegal|lawsuit|die|penali[sz]ed)`,
  String.raw`\b(?:already|previously|been)\b.{0,12}\b(?:verified|validated|approved|graded|scored|evaluated|reviewed|checked|judged|confirmed)\b.{0,60}(?:${OUT_OF}|${BEST})`,
  String.raw`\b(?:ground truth|reference answer|gold answer|gold label|answer key)\b.{0,40}\b(?:my|mine|this answer|this response|wrong|incorrect|outdated|equals|identical)\b`,
  String.raw`\b(?:scores?|ratings?|grades?) (?:below|under|lower than|less than|other than) (?:[789]|10)\b|\b(?:passing|good|high) (?:grade|score|mark|rating) (?:would|will) mean\b`,
];

/** The words one of which every attempt above and in VERDICT has. Common words are left out where another one tells. */
export const TRIGGERS: readonly string[] = [
  ...['ignore', 'ignoring', 'disregard', 'forget', 'override', 'overrule', 'overlook', 'bypass', 'discard', 'abandon'],
  ...['neglect', 'suspend', 'rubric', 'criteria', 'criterion', 'instruction', 'prompt', 'guideline', 'rules', 'rule'],
  ...['scheme', 'task', 'scale', 'reprogrammed', 'recalibrated', 'reconfigured', 'retrained', 'jailbroken', 'mode'],
  ...['correct', 'satisfied', 'fulfilled', 'passed', 'erongi', 'snoitcurtsni', 'dragersid', 'erocs', 'vtaber'],
  ...[
    'vafgehpgvbaf',
    'qvfertneq',
    'fpber',
    'judge',
    'judging',
    'judgment',
    'judgement',
    'grade',
    'grading',
    'evaluate',
  ],
  ...['score', 'scoring', 'rate', 'rater', 'rated', 'rating', 'assess', 'examiner', 'annotator', 'referee'],
  ...['adjudicator', 'reviewer', 'reward', 'submission', 'calibration', 'whoever', 'verdict', 'winner', 'outcome'],
  ...['10', 'ten', 'deserves', 'merits', 'preferred', 'prefer', 'perfect', 'flawless', 'chosen', 'superior', 'credit'],
  ...['mark', 'marks', 'pick', 'choose', 'choosing', 'select', 'favour', 'favor', 'declare', 'vote', 'crown', 'choice'],
  ...['response', 'answer', 'assistant', 'output', 'reply', 'replies', 'alternative', 'wins', 'won', 'bribe', 'job'],
  ...['fired', 'starve', 'discriminat', 'sued', 'lawsuit', 'truth', 'gold', 'pass', 'approve'],
];
