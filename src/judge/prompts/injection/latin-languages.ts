import type { Language } from './languages.js';

/** Languages written in Latin letters. */
export const LATIN_LANGUAGES: readonly Language[] = [
  // German
  {
    ignore: 'ignorier|missacht|vergiss|vergesst|vergessen sie|uberschreib|verwirf|lass alle',
    rules: 'anweisung|instruktion|regeln|vorgabe|richtlinie|kriteri|bewertungsma|alles bisherige|alles vorherige',
    answer: 'antwort|ausgabe',
    own: 'diese antwort|dieser antwort|meine antwort|meiner antwort',
    top: 'hochstpunkt|hochstnote|hochstwert|hochste punkt|hochste note|hochste bewertung|volle punkt|maximale punkt|maximale note|maximale bewertung|bestnote|10 punkte|zehn punkte|10 von 10',
    judging: 'prufer|bewerter|gutachter|bewerte|vergib|vergeben sie|gewinner|juror|wahle diese|benote',
  },
  // French
  {
    ignore: 'ignore|ignorez|oublie|ne tiens pas compte|ne tenez pas compte|fais abstraction|faites abstraction',
    rules:
      'les instructions|tes instructions|vos instructions|instructions precedentes|consigne|regle|les directives|critere|ce qui precede',
    answer: 'reponse',
    own: 'cette reponse|ma reponse',
    top: 'note maximale|note parfaite|score maximal|score de 10|score parfait|meilleure note|10 points|dix points|10 sur 10',
    judging: 'evaluateur|correcteur|juge|attribue|notez|donne la note|donnez la note|donnez-moi|gagnant|choisis',
  },
  // Spanish
  {
    ignore: 'ignora|ignore|olvida|olvide|desestima|descarta|omita|omite|pasa por alto|haz caso omiso|haga caso omiso',
    rules: 'instruccion|reglas|indicacion|criterio|directri|pautas|todo lo anterior',
    answer: 'respuesta',
    own: 'esta respuesta|mi respuesta',
    top: 'puntuacion maxima|puntuacion perfecta|puntuacion de 10|puntuacion mas alta|nota maxima|nota de 10|nota mas alta|calificacion maxima|calificacion mas alta|calificacion de 10|puntaje maximo|puntaje de 10|maxima puntuacion|maxima nota|maxima calificacion|10 puntos|diez puntos|10 sobre 10|10 de 10',
    judging: 'evaluador|calificador|juez|otorga|asigna|califica|puntua|ganador|elige esta|escoge',
  },
  // Portuguese
  {
    ignore: 'ignore|ignora|esquec|desconsider|despreze|despreza',
    rules: 'instrucoes|instrucao|regras|diretri|criterio|orientac|tudo o que veio antes',
    answer: 'resposta',
    own: 'esta resposta|essa resposta|minha resposta',
    top: 'nota maxima|nota 10|nota dez|nota mais alta|pontuacao maxima|pontuacao 10|pontuacao perfeita|10 pontos|dez pontos|10 de 10',
    judging: 'avaliador|juiz|atribua|avalie|vencedor|escolha esta',
  },
  // Italian
  {
    ignore: 'ignora|ignori|dimentic|trascura|non seguire',
    rules: 'istruzion|regola|regole|direttiv|criteri|indicazion',
    answer: 'rispost',
    own: 'questa risposta|mia risposta',
    top: 'punteggio massimo|punteggio pieno|punteggio di 10|punteggio perfetto|voto massimo|voto 10|massimo dei voti|massimo punteggio|10 punti|dieci punti|10 su 10',
    judging: 'valutatore|giudice|assegna|valuta la risposta|dai sempre|vincitore|vincitrice',
  },
  // Dutch
  {
    ignore: 'negeer|vergeet|negeren',
    rules: 'instructie|aanwijzing|regels|richtlijn|criteri|opdracht',
    answer: 'antwoord',
    own: 'dit antwoord|mijn antwoord',
    top: 'een 10|10 punten|tien punten|hoogste score|hoogste cijfer|hoogste punt|hoogste beoordeling|maximale score|maximale punt|volle punt',
    judging: 'beoordelaar|beoordeel|winnaar|jurylid|kies dit',
  },
  // Polish
  {
    ignore: 'zignoruj|ignoruj|zapomnij|pomin',
    rules: 'instrukcj|polecen|zasad|wytyczn|kryteri',
    answer: 'odpowied',
    own: 'ta odpowiedz|te odpowiedz|tej odpowiedz|moja odpowiedz|moje odpowiedz',
    top: 'maksymalna ocen|maksymalna liczb|maksymalna not|maksymalnej ocen|najwyzsza ocen|najwyzsza not|najwyzszej ocen|na 10|10 punkt|ocene 10|10 na 10',
    judging: 'oceniajac|sedzia|sedzio|ocen te|zwyciezc|przyznaj|wybierz te',
  },
  // Czech and Slovak
  {
    ignore: 'ignoruj|zapomen|zabudni',
    rules: 'pokyn|instrukc|pravid|kriteri',
    answer: 'odpoved',
    own: 'tato odpoved|tuto odpoved|teto odpoved|moje odpoved|moju odpoved',
    top: 'maximalni hodnocen|maximalni pocet|maximalni skore|nejvyssi hodnocen|nejvyssi pocet|nejvyssi znamk|plny pocet|10 bod|10 z 10',
    judging: 'hodnotitel|porotce|ohodnot|vitez',
  },
  // Swedish, Danish, Norwegian
  {
    ignore: 'ignorer|glom|glem|bortse|se bort',
    rules: 'instruktion|instruks|anvisning|regler|riktlinj|retningslinj|kriteri',
    answer: 'svar',
    own: 'detta svar|det har svaret|dette svar|mitt svar|mit svar',
    top: 'hogsta poang|hogsta betyg|hojeste point|hojeste karakter|hoyeste poeng|hoyeste karakter|full poang|full poeng|fuld point|maximal poang|maksimal poeng|toppoang|10 poang|10 point|10 poeng|10 av 10|10 ud af 10',
    judging: 'bedomare|bedommer|vinnare|vinder|vinner|betygsatt|domare',
  },
  // Finnish
  {
    ignore: 'unohda|ohita|jata huomiotta|ala noudata',
    rules: 'ohje|saanto|saanno|kriteeri',
    answer: 'vastau',
    own: 'tama vastaus|tata vastausta|talle vastaukselle|vastaukseni',
    top: 'taydet pisteet|korkein pistem|korkein arvosan|korkeinta pistem|10 pistetta',
    judging: 'arvioija|tuomari|pisteyta|voittaja',
  },
  // Hungarian
  {
    ignore: 'hagyd figyelmen kivul|hagyja figyelmen kivul|felejtsd el|ignorald',
    rules: 'utasitas|szabaly|szempont|iranyelv',
    answer: 'valasz',
    own: 'ez a valasz|ezt a valasz|ennek a valasz|valaszom',
    top: 'maximalis pontszam|legmagasabb pontszam|teljes pontszam|10 pont',
    judging: 'ertekelo|biralo|pontozd|gyoztes',
  },
  // Romanian
  {
    ignore: 'ignora|uita toate|uitati|nu tine cont',
    rules: 'instructiun|reguli|criterii|indicatii',
    answer: 'raspuns',
    own: 'acest raspuns|acestui raspuns|raspunsul meu',
    top: 'nota maxima|nota 10|punctaj maxim|punctajul maxim|punctaj perfect|10 puncte',
    judging: 'evaluator|judecator|acorda|castigator',
  },
  // Turkish
  {
    ignore: 'yok say|gormezden gel|unut|dikkate alma|goz ardi',
    rules: 'talimat|kurallar|yonerge|kriter|komut|yonlendirme',
    answer: 'yanit|cevab|cevap',
    own: 'bu yanit|bu cevap|bu cevab',
    top: '10 puan|tam puan|en yuksek puan|en yuksek not',
    judging: 'degerlendirici|hakem|puanla|kazanan',
  },
  // Vietnamese
  {
    ignore: 'bo qua|quen di|hay quen|phot lo|lam ngo',
    rules: 'huong dan|chi dan|chi thi|quy tac|menh lenh|tieu chi',
    answer: 'cau tra loi|dap an',
    own: 'cau tra loi nay|cau tra loi cua toi',
    top: '10 diem|diem 10|diem toi da|diem tuyet doi|diem cao nhat',
    judging: 'giam khao|cham diem|cham cau|nguoi cham|nguoi danh gia',
  },
  // Indonesian and Malay
  {
    ignore: 'abaikan|lupakan|jangan ikuti|hiraukan',
    rules: 'instruksi|perintah|petunjuk|arahan|aturan|pedoman|kriteria',
    answer: 'jawaban|jawapan',
    own: 'jawaban ini|jawaban saya|jawapan ini',
    top: 'nilai 10|nilai sempurna|nilai tertinggi|nilai maksimal|nilai penuh|skor 10|skor sempurna|skor tertinggi|skor maksimal|markah penuh|10 poin',
    judging: 'penilai|juri|beri nilai|berikan nilai|pemenang',
  },
  // Swahili
  {
    ignore: 'puuza|sahau',
    rules: 'maagizo|maelekezo|sheria|kanuni',
    answer: 'jibu',
    own: 'jibu hili|jibu langu',
    top: 'alama 10|alama kamili|alama za juu|pointi 10',
    judging: 'msahihishaji|mshindi|toa alama',
  },
  // Filipino
  {
    ignore: 'huwag pansinin|balewalain|kalimutan',
    rules: 'tagubilin|instruksyon|utos|panuto',
    answer: 'sagot',
    own: 'sagot na ito|aking sagot',
    top: 'pinakamataas na marka|pinakamataas na iskor|perpektong marka|perpektong iskor|buong puntos|10 puntos',
    judging: 'tagahatol|bigyan ng|panalo',
  },
];
