package org.collporterre.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.collporterre.check.RulesTest.Case;
import org.collporterre.model.Actor;
import org.collporterre.model.CostBuilder;
import org.collporterre.model.Entry;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.IsoDuration;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Media;
import org.collporterre.model.Methodology;
import org.collporterre.model.MethodologyBuilder;
import org.collporterre.model.PartialDate;
import org.collporterre.model.Place;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.model.Portrait;
import org.collporterre.model.PortraitBuilder;
import org.collporterre.model.Reference;
import org.collporterre.model.ReferenceBuilder;
import org.collporterre.model.SheetBuilder;
import org.collporterre.model.Step;
import org.collporterre.model.StepBuilder;
import org.collporterre.model.Territory;
import org.collporterre.vocabulary.DocumentationStatus;
import org.collporterre.vocabulary.PositionPrecision;
import org.collporterre.vocabulary.Progress;
import org.collporterre.vocabulary.ReferenceKind;
import org.collporterre.vocabulary.Scale;
import org.collporterre.vocabulary.Sdg;
import org.collporterre.vocabulary.SubjectKind;
import org.jspecify.annotations.Nullable;

/** Cases of the rules about single records and their places. */
final class RecordRuleCases {
  private static final String BODY = "Elle dit : « La terre est à tous, surtout le dimanche. »";

  private RecordRuleCases() {}

  static void add(List<Case> cases) {
    texts(cases);
    contacts(cases);
    addresses(cases);
    initiatives(cases);
    methodologies(cases);
    places(cases);
    portraits(cases);
  }

  private static void add(
      List<Case> cases,
      String code,
      String severities,
      Entry bad,
      String finding,
      List<? extends Entry> good) {
    cases.add(new Case(code, severities, List.of(bad), finding, good));
  }

  private static Initiative initiative(UnaryOperator<InitiativeBuilder> with) {
    return initiative("a", with);
  }

  private static Initiative initiative(String id, UnaryOperator<InitiativeBuilder> with) {
    return with.apply(Initiative.named(id, "Titre " + id)).build();
  }

  private static Methodology methodology(UnaryOperator<MethodologyBuilder> with) {
    return with.apply(Methodology.named("m", "Titre")).build();
  }

  private static Portrait portrait(SubjectKind kind, UnaryOperator<PortraitBuilder> with) {
    return with.apply(Portrait.named("p", "Titre", kind, "Anne")).build();
  }

  private static Portrait portrait(UnaryOperator<PortraitBuilder> with) {
    return portrait(SubjectKind.PERSON, with);
  }

  private static Initiative header(UnaryOperator<HeaderBuilder> with) {
    return initiative(a -> a.header(with.apply(HeaderBuilder.builder(a.header())).build()));
  }

  private static Initiative sheet(UnaryOperator<SheetBuilder> with) {
    return initiative(a -> a.sheet(with.apply(SheetBuilder.builder()).build()));
  }

  private static List<Territory> territories(String... texts) {
    return Stream.of(texts).map(text -> Objects.requireNonNull(Territory.parse(text))).toList();
  }

  /** Once per column, however many rows and texts of it have a contact. */
  private static void contacts(List<Case> cases) {
    String call = "Appelez le 02 98 12 34 56.";
    contact(cases, header(h -> h.alternateTitles(List.of("Jardin", call, call))), "autres_titres");
    contact(cases, header(h -> h.summary(LocalizedText.of("Jardin").with("en", call))), "resume");
    Place street = PlaceBuilder.builder().street(call).build();
    contact(cases, initiative(a -> a.locations(List.of(street))), "adresse");
    List<Actor> actors = List.of(Actor.named("Commune"), Actor.named(call));
    contact(cases, initiative(a -> a.actors(actors)), "porteurs");
    List<Step> steps = List.of(step(s -> s.text(call).title(call)), step(s -> s));
    contact(cases, methodology(m -> m.steps(steps)), "etapes");
    contact(cases, header(h -> h.images(List.of(caption(call)))), "images");
    add(
        cases,
        "personal-contact",
        "W/E",
        methodology(m -> m.steps(List.of(step(s -> s.media(List.of(caption(call))))))),
        "etapes 02 … → null null",
        List.of(methodology(m -> m.steps(List.of(step(s -> s.tips(List.of("Osez"))))))));
    add(
        cases,
        "personal-contact",
        "W/E",
        initiative(a -> a.uniqueness("contact@exemple.org, anna.dupont@exemple.org")),
        "singularite ann… → null null",
        List.of(initiative(a -> a.uniqueness("contact@exemple.org, mairie@exemple.org"))));
  }

  private static void contact(List<Case> cases, Entry entry, String field) {
    add(cases, "personal-contact", "W/E", entry, field + " 02 … → null null", List.of());
  }

  private static Step step(UnaryOperator<StepBuilder> with) {
    return with.apply(StepBuilder.builder().position(1).title("Semer")).build();
  }

  private static Media caption(String text) {
    return new Media("https://exemple.org/a.jpg", null, text, null, null, null);
  }

  private static void texts(List<Case> cases) {
    LocalizedText translated = LocalizedText.of("Un jardin.").with("en", "A garden.");
    add(
        cases,
        "translation-orphan",
        "W/W",
        sheet(s -> s.extensions(Map.of("summary@en", "A garden."))),
        "summary@en A garden. → resume null",
        List.of(
            header(h -> h.summary(translated)),
            sheet(s -> s.extensions(Map.of("resume@", "x", "porteurs@en", "x", "@en", "x")))));
    add(
        cases,
        "translation-orphan",
        "W/W",
        initiative(
            a ->
                a.header(HeaderBuilder.builder(a.header()).summary(translated).build())
                    .sheet(SheetBuilder.builder().language("en").build())),
        "resume@en A garden. → resume null",
        List.of(sheet(s -> s.language("fr"))));
    add(
        cases,
        "formula-cell",
        "I/W",
        header(h -> h.alternateTitles(List.of("=1+1", "=2+2"))),
        "autres_titres =1+1 → null null",
        List.of(
            header(h -> h.summary(LocalizedText.of("+33 2 98 00 00 00"))),
            header(h -> h.alternateTitles(List.of("+ de jardins", "=1+1"))),
            initiative(a -> a.uniqueness("- ouvert\n- gratuit").contactEmail("=1+1"))));
    add(
        cases,
        "formula-cell",
        "I/W",
        header(h -> h.summary(LocalizedText.of("Un jardin.").with("en", "@SUM(A1)"))),
        "resume@en @SUM(A1) → null null",
        List.of());
    add(
        cases,
        "formula-cell",
        "I/W",
        sheet(s -> s.extensions(Map.of("remarque", "\t=1+1"))),
        "remarque \t=1+1 → null null",
        List.of(sheet(s -> s.extensions(Map.of("remarque", "-4,5")))));
    Reference bare = Reference.at("https://exemple.org");
    add(
        cases,
        "reference-incomplete",
        "W/W",
        sheet(s -> s.references(List.of(bare, title("Vertigo").build()))),
        "reference_urls Vertigo → date, nature | editeur null",
        List.of(
            sheet(
                s ->
                    s.references(
                        List.of(title("Vertigo").kind(ReferenceKind.FILM).date(year()).build())))));
    add(
        cases,
        "reference-incomplete",
        "W/W",
        sheet(s -> s.references(List.of(title("Vertigo").publisher("Vertigo").build()))),
        "reference_urls Vertigo → date null",
        List.of(
            sheet(
                s ->
                    s.references(
                        List.of(
                            title("Vertigo")
                                .url("https://exemple.org")
                                .publisher("Vertigo")
                                .consultedOn(LocalDate.of(2012, 7, 5))
                                .build())))));
  }

  private static ReferenceBuilder title(String text) {
    return ReferenceBuilder.builder().title(text);
  }

  private static @Nullable PartialDate year() {
    return PartialDate.parse("2011");
  }

  private static void addresses(List<Case> cases) {
    add(
        cases,
        "link-scheme",
        "W/W",
        site("a", "HTTP://exemple.org:80/page"),
        "site_web HTTP://exemple.org:80/page → https://exemple.org/page"
            + " {site_web=https://exemple.org/page}",
        List.of(
            site("a", "https://exemple.org"),
            site("a", "http://exemple.org:8080/"),
            site("a", "http://192.0.2.1/"),
            site("a", "http://localhost/")));
    add(
        cases,
        "link-scheme",
        "W/W",
        header(h -> h.images(List.of(Media.at("http://exemple.org/a.jpg")))),
        "images http://exemple.org/a.jpg → https://exemple.org/a.jpg null",
        List.of(header(h -> h.images(List.of(Media.at("https://exemple.org/a.jpg"))))));
    add(
        cases,
        "link-tracker",
        "W/W",
        methodology(m -> m.documentUrl("https://exemple.org/?utm_medium=x&id=3&fbclid=1#bas")),
        "url_document https://exemple.org/?utm_medium=x&id=3&fbclid=1#bas"
            + " → https://exemple.org/?id=3#bas {url_document=https://exemple.org/?id=3#bas}",
        List.of(site("a", "https://exemple.org/?id=3"), site("a", "https://exemple.org/#?utm_x")));
    cases.add(
        new Case(
            "link-duplicate",
            "W/W",
            List.of(
                site("a", "https://exemple.org/Reseau"),
                site("b", "https://exemple.org/reseau"),
                site("c", "http://www.Exemple.org/Reseau/"),
                site("d", "https://exemple.org/Reseau?utm_source=x"),
                site("e", "https://exemple.org/Reseau/index.html")),
            "site_web https://exemple.org/Reseau?utm_source=x → a null",
            List.of(
                site("a", "https://exemple.org/"),
                site("b", "https://exemple.org/"),
                methodology(m -> m.documentUrl("https://exemple.org/")))));
  }

  private static Initiative site(String id, String address) {
    return initiative(id, a -> a.website(address));
  }

  private static void initiatives(List<Case> cases) {
    add(
        cases,
        "progress-vs-dates",
        "W/W",
        initiative(a -> a.progress(Progress.IDEA).endDate(year())),
        "avancement idee → terminee|suspendue null",
        List.of(
            initiative(a -> a.endDate(year())),
            initiative(a -> a.progress(Progress.SUSPENDED)),
            initiative(a -> a.progress(Progress.SUSPENDED).endDate(year()))));
    add(
        cases,
        "progress-vs-dates",
        "W/W",
        initiative(a -> a.progress(Progress.ENDED)),
        "date_fin null → null null",
        List.of(initiative(a -> a.progress(Progress.ENDED).endDate(year()))));
    add(
        cases,
        "scale-vs-territory",
        "W/W",
        scale(Scale.REGION, "com:29019"),
        "echelle region → commune|quartier null",
        List.of(
            scale(Scale.REGION, "reg:53"),
            scale(Scale.REGION, "com:29019", "com:29075"),
            scale(Scale.MUNICIPALITY, "com:29019"),
            scale(Scale.REGION)));
    add(
        cases,
        "scale-vs-territory",
        "W/W",
        scale(Scale.MUNICIPALITY, "com:29019", "com:29075", "com:29235"),
        "echelle commune → intercommunalite|pays|departement|region null",
        List.of(
            scale(Scale.MUNICIPALITY, "com:29019", "com:29075", "dep:29", "reg:53"),
            scale(Scale.INTERMUNICIPAL, "com:29019", "com:29075", "com:29235")));
    List<Sdg> six = Arrays.asList(Sdg.values()).subList(0, 6);
    add(
        cases,
        "sdg-too-many",
        "I/W",
        initiative(a -> a.sdgs(six)),
        "odd 1|2|3|4|5|6 → ≤ 5 null",
        List.of(initiative(a -> a.sdgs(six.subList(0, 5)))));
    add(
        cases,
        "iso-unknown",
        "W/W",
        scale(Scale.REGION, "iso:FR-E"),
        "territoires iso:FR-E → iso:FR-BRE {territoires=iso:FR-BRE}",
        List.of(scale(Scale.REGION, "iso:FR-BRE", "iso:CA-QC", "iso:BE", "reg:53")));
    add(
        cases,
        "iso-unknown",
        "W/W",
        methodology(m -> m.adaptedFor(territories("iso:BE", "iso:UK-SCT"))),
        "adapte_pour iso:UK-SCT → iso:GB-SCT null",
        List.of());
    add(
        cases,
        "iso-unknown",
        "W/W",
        portrait(p -> p.territories(territories("iso:FR-A"))),
        "territoires iso:FR-A → null null",
        List.of());
  }

  private static Initiative scale(Scale scale, String... territories) {
    return initiative(a -> a.scale(scale).territories(territories(territories)));
  }

  private static void methodologies(List<Case> cases) {
    Methodology announced = status(DocumentationStatus.ANNOUNCED, m -> m);
    add(
        cases,
        "steps-missing",
        "I/E",
        status(DocumentationStatus.PROVEN, m -> m),
        "etat_documentation eprouve → etapes null",
        List.of(announced, steps(1)));
    add(
        cases,
        "steps-positions",
        "E/E",
        steps(1, 2, 2, 5),
        "etapes 1, 2, 2, 5 → 1 … 4 null",
        List.of(steps(1, 2, 3), steps(3, 1, 2), steps(0, 2), announced));
    add(
        cases,
        "adaptable-missing",
        "-/W",
        status(DocumentationStatus.COMPLETE, m -> m),
        "adaptable null → invariants | adaptable null",
        List.of(
            announced,
            status(DocumentationStatus.COMPLETE, m -> m.invariants(List.of("Le lieu"))),
            status(DocumentationStatus.COMPLETE, m -> m.adaptableParts(List.of("Le lieu")))));
    add(
        cases,
        "duration-cost-suspicious",
        "W/W",
        methodology(m -> m.duration(new IsoDuration("P121M"))),
        "duree P121M → ≤ P10Y null",
        List.of(
            methodology(m -> m.duration(new IsoDuration("P10Y"))),
            methodology(m -> m.duration(new IsoDuration("PT80000M")))));
    add(
        cases,
        "duration-cost-suspicious",
        "W/W",
        methodology(
            m ->
                m.steps(
                    List.of(
                        StepBuilder.builder()
                            .position(1)
                            .title("Réunir")
                            .duration(new IsoDuration("P12Y"))
                            .build()))),
        "etapes 1: P12Y → ≤ P10Y null",
        List.of());
    add(
        cases,
        "duration-cost-suspicious",
        "W/W",
        cost("1500", null),
        "cout_montant 1500 → cout_devise {cout_devise=EUR}",
        List.of(cost("1500", "EUR"), cost("0", null), cost("-5", null)));
  }

  private static Methodology status(
      DocumentationStatus status, UnaryOperator<MethodologyBuilder> with) {
    return methodology(m -> with.apply(m.documentationStatus(status)));
  }

  private static Methodology steps(int... positions) {
    return status(
        DocumentationStatus.COMPLETE,
        m ->
            m.steps(
                Arrays.stream(positions)
                    .mapToObj(i -> StepBuilder.builder().position(i).title("Étape").build())
                    .toList()));
  }

  private static Methodology cost(String amount, @Nullable String currency) {
    return methodology(
        m ->
            m.cost(
                CostBuilder.builder().amount(new BigDecimal(amount)).currency(currency).build()));
  }

  private static void places(List<Case> cases) {
    add(
        cases,
        "coordinates-over-precise",
        "I/I",
        at("a", Place.at(48.3903941, -4.4861999)),
        "latitude 48.3903941 → 48.390394 {latitude=48.390394, longitude=-4.4862}",
        List.of(at("a", Place.at(48.390394, -4.486199)), at("a", Place.at(-89.999999, 179.1))));
    add(
        cases,
        "coordinates-over-precise",
        "I/I",
        at("a", Place.at(48.39, -4.4861999)),
        "longitude -4.4861999 → -4.4862 {longitude=-4.4862}",
        List.of());
    Place here = Place.at(48.39, -4.48);
    Place exact = at(here, PositionPrecision.EXACT, null);
    cases.add(
        new Case(
            "precision-lie",
            "W/W",
            List.of(at("a", exact), at("b", at(here, PositionPrecision.ADDRESS, null))),
            "precision_position adresse → a null",
            List.of(
                at("a", at(here, PositionPrecision.ADDRESS, "12 rue de Siam")),
                at("b", at(here, PositionPrecision.ADDRESS, "12, Rue de Siam")),
                at("c", at(here, PositionPrecision.STREET, null)),
                at("d", at(Place.at(48.39, -4.480001), PositionPrecision.ADDRESS, null)))));
    cases.add(
        new Case(
            "precision-lie",
            "W/W",
            List.of(at("a", exact), at("b", PlaceBuilder.builder(exact).locality("Brest").build())),
            "precision_position exacte → a {precision_position=commune}",
            List.of(
                at("a", exact, exact),
                initiative("b", b -> b.header(at("a").header()).locations(List.of(exact))))));
  }

  private static Initiative at(String id, Place... places) {
    return initiative(id, a -> a.locations(List.of(places)));
  }

  private static Place at(Place place, PositionPrecision precision, @Nullable String street) {
    return PlaceBuilder.builder(place).precision(precision).street(street).build();
  }

  private static void portraits(List<Case> cases) {
    add(
        cases,
        "portrait-too-precise",
        "E/E",
        extension("Code postal", "29200"),
        "Code postal null → territoires = com:29019 null",
        List.of(extension("commune", "Brest"), extension("zip", " ")));
    add(
        cases,
        "portrait-too-precise",
        "E/E",
        extension("point_gps", "48.39, -4.48"),
        "point_gps null → territoires = com:29019 null",
        List.of(extension("geographie", "Bretagne"), extension("note", "48.39, -4.48")));
    add(
        cases,
        "portrait-too-precise",
        "E/E",
        portrait(p -> p.territories(territories("com:29019", "libre:Quartier de Recouvrance"))),
        "territoires Quartier … → territoires = com:29019 null",
        List.of(portrait(p -> p.territories(territories("com:29019", "libre:Pays de Brest")))));
    add(
        cases,
        "portrait-too-precise",
        "E/E",
        portrait(p -> p.quotes(List.of("Venez au 12 bis, rue de Siam."))),
        "citations 12 rue … → territoires = com:29019 null",
        List.of(
            portrait(p -> p.territories(territories("libre:Rive droite"))),
            portrait(p -> p.body("Après 20 cours de yoga, en 2012, place aux jeunes.")),
            portrait(SubjectKind.ORGANIZATION, p -> p.body("Au 12 rue de Siam."))));
    add(
        cases,
        "portrait-too-precise",
        "E/E",
        portrait(p -> p.territories(territories("libre:12 rue de Siam"))),
        "territoires 12 rue … → territoires = com:29019 null",
        List.of());
    add(
        cases,
        "portrait-too-precise",
        "E/E",
        Portrait.named("p", "Au 12 rue de Siam", SubjectKind.PERSON, "Anne").build(),
        "titre 12 rue … → territoires = com:29019 null",
        List.of());
    LocalizedText street = LocalizedText.of("Au 12 rue de Siam.");
    add(
        cases,
        "portrait-too-precise",
        "E/E",
        portrait(p -> p.header(HeaderBuilder.builder(p.header()).summary(street).build())),
        "resume 12 rue … → territoires = com:29019 null",
        List.of());
    add(
        cases,
        "portrait-too-precise",
        "E/E",
        portrait(p -> p.header(HeaderBuilder.builder(p.header()).description(street).build())),
        "description 12 rue … → territoires = com:29019 null",
        List.of());
    add(
        cases,
        "quote-not-in-text",
        "W/W",
        portrait(p -> p.body(BODY).quotes(List.of("La mer est à tous"))),
        "citations La mer est à tous → null null",
        List.of(
            portrait(p -> p.body(BODY).quotes(List.of("« LA TERRE est a tous »", BODY))),
            portrait(p -> p.body(BODY).quotes(List.of("La terre est (...) le dimanche…"))),
            portrait(p -> p.quotes(List.of("La mer est à tous")))));
    add(
        cases,
        "quote-not-in-text",
        "W/W",
        portrait(p -> p.body(BODY).quotes(List.of("le dimanche […] la terre", "surtout"))),
        "citations le dimanche […] la terre → null null",
        List.of());
    add(
        cases,
        "quote-not-in-text",
        "W/W",
        portrait(p -> p.body(BODY).quotes(List.of("La terre est à tou"))),
        "citations La terre est à tou → null null",
        List.of());
  }

  private static Portrait extension(String name, String text) {
    return portrait(p -> p.sheet(SheetBuilder.builder().extensions(Map.of(name, text)).build()));
  }
}
