/** What is published about the webinars that may be next ahead, in nynorsk; see webinar-texts.ts. */
import type { WebinarTexts } from './webinar-texts.ts';

export const webinarTextsNn: WebinarTexts = {
  0: {
    title: 'Spørjetime: Sentrum i små kommunar',
    ingress:
      'Har kommunen din ein plan for sentrum som ikkje kjem i gang? Ta han med hit. Vi svarer så godt vi kan, og du får høyre korleis andre kommunar har løyst det.',
    body: [
      'Spørjetimen er eit tillegg til webinara, og her er det ingen foredrag. Du kan sende inn spørsmål på førehand eller stille dei der og då.',
      'Rådgivarar frå Bylivsenteret og Distriktssenteret sit klare, og vi set av god tid til å utveksle erfaringar. Vi tek ikkje opp spørjetimen, så du kan snakke fritt.',
    ],
    benefits: [
      'Svar på det du lurer på akkurat no',
      'Tips frå kommunar som har stått i det same',
      'Kontakt med nokon du kan spørje seinare',
    ],
  },
  3: {
    title: 'Sentrumsutvikling utan budsjetta til byen',
    ingress:
      'Små kommunar har lite pengar og få tilsette, men korte vegar. Vi viser kva som gir mest liv i sentrum for det kommunen har.',
    body: [
      'Byane kan tilsetje ein sentrumsleiar og byggje om heile gater. I små kommunar må det gå an å byrje med mindre.',
      'I webinaret får du sjå tiltak som har kosta lite og betydd mykje, og råd om kva som bør kome først. Vi snakkar òg om korleis kommunen kan dele arbeidet med handelen, huseigarane og dei frivillige.',
    ],
    benefits: [
      'Døme på tiltak som har kosta lite og betydd mykje',
      'Råd om kva som bør kome først når det er lite pengar',
      'Ein måte å dele arbeidet på mellom kommune, handel og frivillige',
    ],
  },
  4: {
    title: 'Medverknad som verkar',
    ingress:
      'Korleis får små kommunar med fleire enn dei som alltid møter opp? Vi viser enkle måtar å spørje på, og kva som må til for at svara blir brukte.',
    body: [
      'Folk engasjerer seg i staden sin når dei ser at det nyttar. Likevel endar mykje medverknad som eit folkemøte der dei same stemmene blir høyrde.',
      'I dette webinaret får du sjå korleis kommunar har snakka med ungdom, næringsliv og nye innbyggjarar utan å bruke mykje pengar. Du får òg råd om kva du bør avklare før du inviterer.',
    ],
    benefits: [
      'Tre måtar å spørje på som passar i ein liten kommune',
      'Ei sjekkliste for det du må avklare før du inviterer',
      'Råd om korleis du fortel kva innspela førte til',
    ],
  },
  5: {
    title: 'Tomme lokale – nytt liv',
    ingress:
      'Tomme butikklokale pregar mange sentrum. Vi ser på kva kommunen kan gjere når han ikkje eig husa sjølv.',
    body: [
      'Eit tomt lokale er sjeldan berre ei sak mellom huseigar og leigetakar. Det påverkar heile gata, og dermed lysta til å handle, møtast og etablere seg der.',
      'Vi viser korleis kommunar har kartlagt tomme lokale, fått i gang samtalen med huseigarane og prøvd ut mellombels bruk. Du får høyre kva som verka, og kva dei ville ha gjort annleis.',
    ],
    benefits: [
      'Ein enkel måte å kartleggje tomme lokale på',
      'Råd om korleis du innleier samtalen med huseigarane',
      'Døme på mellombels bruk som er blitt varig',
    ],
  },
  6: {
    title: 'Kulturarv i tettstaden',
    ingress:
      'Gamle hus og gater kan vere det sterkaste kortet til staden. Vi viser korleis kulturarven kan brukast til noko folk treng i dag.',
    body: [
      'Mange tettstader har bygningar som betyr mykje for dei som bur der, men som ingen veit kva dei skal bruke til. Vern åleine gir dei ikkje liv.',
      'I webinaret får du døme på hus som har fått nye oppgåver, og innblikk i korleis kommune, eigarar og frivillige har delt på arbeidet. Vi går òg gjennom kvar du kan hente råd og støtte.',
    ],
    benefits: [
      'Døme på ny bruk av eldre bygningar i små tettstader',
      'Ei oversikt over kven du kan spørje om råd og støtte',
      'Argument du kan bruke i samtalen med eigarar og politikarar',
    ],
  },
  7: {
    title: 'Bustader i sentrum',
    ingress:
      'Fleire bustader i sentrum gir fleire folk i gatene. Men kven byggjer når prisane er låge og risikoen høg?',
    body: [
      'I mange distriktskommunar kostar det meir å byggje ein bustad enn han kan seljast for. Då hjelper det lite å regulere tomter.',
      'Vi ser på kva kommunar har gjort for å få i gang prosjekt likevel, frå å rydde i eigne eigedommar til å gå saman med innbyggjarar og lokale utbyggjarar. Du får høyre korleis husa passar inn i sentrum, og kven som har flytta inn.',
    ],
    benefits: [
      'Kjennskap til verkemidla kommunen har, og når dei verkar',
      'Døme på små bustadprosjekt midt i sentrum',
      'Spørsmål du kan ta med tilbake til eigen kommune',
    ],
  },
  8: {
    title: 'Klimarobuste tettstader',
    ingress:
      'Styrtregn, flaum og varme råkar også små stader. Vi ser på tiltak som gjer tettstaden både tryggare og trivelegare.',
    body: [
      'Når vatnet må få plass, kan tettstaden få noko att: grøne lommer, opne bekkar og betre møteplassar. Det krev at klimatilpassing kjem tidleg inn i planane.',
      'Du får døme på løysingar som ikkje krev store budsjett, og råd om korleis du kan få med veg, vatn og grøntområde i same prosjekt.',
    ],
    benefits: [
      'Døme på rimelege tiltak mot overvatn og varme',
      'Råd om korleis klimatilpassing kjem tidleg inn i planane',
      'Eit betre grunnlag for å samarbeide på tvers i kommunen',
    ],
  },
};
