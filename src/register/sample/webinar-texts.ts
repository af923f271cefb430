/**
 * What is published about the webinars that may be the last one held or next ahead, in bokmål. The same in nynorsk:
 * webinar-texts-nn.ts.
 */
export interface WebinarText {
  readonly title: string;
  readonly ingress: string;
  /** Paragraphs. */
  readonly body: readonly [string, string];
  readonly benefits: readonly [string, string, string];
}

/** By the number in the series; 0 is the question hour. */
export type WebinarTexts = Readonly<Record<0 | 3 | 4 | 5 | 6 | 7 | 8, WebinarText>>;

export const webinarTextsNb: WebinarTexts = {
  0: {
    title: 'Spørretime: Sentrum i små kommuner',
    ingress:
      'Har kommunen din en plan for sentrum som ikke kommer i gang? Ta den med hit. Vi svarer så godt vi kan, og du får høre hvordan andre kommuner har løst det.',
    body: [
      'Spørretimen er et tillegg til webinarene, og her er det ingen foredrag. Du kan sende inn spørsmål på forhånd eller stille dem der og da.',
      'Rådgivere fra Bylivsenteret og Distriktssenteret sitter klare, og vi setter av god tid til å utveksle erfaringer. Vi tar ikke opp spørretimen, så du kan snakke fritt.',
    ],
    benefits: [
      'Svar på det du lurer på akkurat nå',
      'Tips fra kommuner som har stått i det samme',
      'Kontakt med noen du kan spørre senere',
    ],
  },
  3: {
    title: 'Sentrumsutvikling uten byens budsjetter',
    ingress:
      'Små kommuner har få penger og få ansatte, men korte veier. Vi viser hva som gir mest liv i sentrum for det kommunen har.',
    body: [
      'Byene kan ansette en sentrumsleder og bygge om hele gater. I små kommuner må det gå an å begynne med mindre.',
      'I webinaret får du se tiltak som har kostet lite og betydd mye, og råd om hva som bør komme først. Vi snakker også om hvordan kommunen kan dele arbeidet med handelen, huseierne og de frivillige.',
    ],
    benefits: [
      'Eksempler på tiltak som har kostet lite og betydd mye',
      'Råd om hva som bør komme først når pengene er få',
      'En måte å dele arbeidet på mellom kommune, handel og frivillige',
    ],
  },
  4: {
    title: 'Medvirkning som virker',
    ingress:
      'Hvordan får små kommuner med flere enn dem som alltid møter opp? Vi viser enkle måter å spørre på, og hva som må til for at svarene blir brukt.',
    body: [
      'Folk engasjerer seg i stedet sitt når de ser at det nytter. Likevel ender mye medvirkning som et folkemøte der de samme stemmene blir hørt.',
      'I dette webinaret får du se hvordan kommuner har snakket med ungdom, næringsliv og nye innbyggere uten å bruke mye penger. Du får også råd om hva du bør avklare før du inviterer.',
    ],
    benefits: [
      'Tre måter å spørre på som passer i en liten kommune',
      'En sjekkliste for det du må avklare før du inviterer',
      'Råd om hvordan du forteller hva innspillene førte til',
    ],
  },
  5: {
    title: 'Tomme lokaler – nytt liv',
    ingress:
      'Tomme butikklokaler preger mange sentrum. Vi ser på hva kommunen kan gjøre når den ikke eier husene selv.',
    body: [
      'Et tomt lokale er sjelden bare en sak mellom huseier og leietaker. Det påvirker hele gata, og dermed lysten til å handle, møtes og etablere seg der.',
      'Vi viser hvordan kommuner har kartlagt tomme lokaler, fått i gang samtalen med huseierne og prøvd ut midlertidig bruk. Du får høre hva som virket, og hva de ville ha gjort annerledes.',
    ],
    benefits: [
      'En enkel måte å kartlegge tomme lokaler på',
      'Råd om hvordan du innleder samtalen med huseierne',
      'Eksempler på midlertidig bruk som er blitt varig',
    ],
  },
  6: {
    title: 'Kulturarv i tettstedet',
    ingress:
      'Gamle hus og gater kan være stedets sterkeste kort. Vi viser hvordan kulturarven kan brukes til noe folk trenger i dag.',
    body: [
      'Mange tettsteder har bygninger som betyr mye for dem som bor der, men som ingen vet hva de skal bruke til. Vern alene gir dem ikke liv.',
      'I webinaret får du eksempler på hus som har fått nye oppgaver, og innblikk i hvordan kommune, eiere og frivillige har delt på arbeidet. Vi går også gjennom hvor du kan hente råd og støtte.',
    ],
    benefits: [
      'Eksempler på ny bruk av eldre bygninger i små tettsteder',
      'En oversikt over hvem du kan spørre om råd og støtte',
      'Argumenter du kan bruke i samtalen med eiere og politikere',
    ],
  },
  7: {
    title: 'Boliger i sentrum',
    ingress:
      'Flere boliger i sentrum gir flere folk i gatene. Men hvem bygger når prisene er lave og risikoen høy?',
    body: [
      'I mange distriktskommuner koster det mer å bygge en bolig enn den kan selges for. Da hjelper det lite å regulere tomter.',
      'Vi ser på hva kommuner har gjort for å få i gang prosjekter likevel, fra å rydde i egne eiendommer til å gå sammen med innbyggere og lokale utbyggere. Du får høre hvordan husene passer inn i sentrum, og hvem som har flyttet inn.',
    ],
    benefits: [
      'Kjennskap til virkemidlene kommunen har, og når de virker',
      'Eksempler på små boligprosjekter midt i sentrum',
      'Spørsmål du kan ta med tilbake til egen kommune',
    ],
  },
  8: {
    title: 'Klimarobuste tettsteder',
    ingress:
      'Styrtregn, flom og varme rammer også små steder. Vi ser på tiltak som gjør tettstedet både tryggere og triveligere.',
    body: [
      'Når vannet må få plass, kan tettstedet få noe igjen: grønne lommer, åpne bekker og bedre møteplasser. Det krever at klimatilpasning kommer tidlig inn i planene.',
      'Du får eksempler på løsninger som ikke krever store budsjetter, og råd om hvordan du kan få med vei, vann og grøntområder i samme prosjekt.',
    ],
    benefits: [
      'Eksempler på rimelige tiltak mot overvann og varme',
      'Råd om hvordan klimatilpasning kommer tidlig inn i planene',
      'Et bedre grunnlag for å samarbeide på tvers i kommunen',
    ],
  },
};
