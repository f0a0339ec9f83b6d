import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Checks PDF files with veraPDF: VeraCheck PROFILE,PROFILE FILE...
 * Prints one line for each broken rule of each file: file, profile, clause, message. Exit status 1 if there is any.
 *
 * The library comes in a jar without the XML binding that veraPDF reads its profiles with, so they are read here.
 */
public final class VeraCheck {
    private static final int FAILURES_SHOWN = 3;

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        List<ValidationProfile> profiles = new ArrayList<>();
        for (String name : arguments[0].split(",")) {
            profiles.add(readProfile(name));
        }
        boolean sound = true;
        for (int place = 1; place < arguments.length; place++) {
            for (ValidationProfile profile : profiles) {
                sound &= check(new File(arguments[place]), profile);
            }
        }
        System.exit(sound ? 0 : 1);
    }

    private static boolean check(File file, ValidationProfile profile) throws Exception {
        PDFAFlavour flavour = profile.getPDFAFlavour();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(profile, FAILURES_SHOWN, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion failure : result.getTestAssertions()) {
                System.out.printf("%s\t%s\t%s-%d\t%s\t%s%n", file, flavour.getId(), failure.getRuleId().getClause(),
                        failure.getRuleId().getTestNumber(), failure.getMessage(), failure.getLocation().getContext());
            }
            System.out.printf("%s\t%s\t%s%n", file, flavour.getId(), result.isCompliant() ? "pass" : "FAIL");
            return result.isCompliant();
        }
    }

    private static ValidationProfile readProfile(String name) throws Exception {
        Document document;
        try (InputStream stream = VeraCheck.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
        }
        Element root = document.getDocumentElement();
        PDFAFlavour flavour = PDFAFlavour.valueOf(root.getAttribute("flavour"));
        Set<Rule> rules = new HashSet<>();
        for (Element rule : elements(root, "rule")) {
            rules.add(readRule(rule));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element variable : elements(root, "variable")) {
            variables.add(Profiles.variableFromValues(variable.getAttribute("name"), variable.getAttribute("object"),
                    text(variable, "defaultValue"), text(variable, "value")));
        }
        return Profiles.profileFromValues(flavour, Profiles.profileDetailsFromValues(name, "", "veraPDF", new Date(0)),
                "", rules, variables);
    }

    private static Rule readRule(Element rule) {
        Element id = elements(rule, "id").get(0);
        String deferred = rule.getAttribute("deferred");
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
                rule.getAttribute("object"), deferred.isEmpty() ? null : Boolean.valueOf(deferred),
                rule.getAttribute("tags"), text(rule, "description"), text(rule, "test"),
                Profiles.errorFromValues(text(rule, "message"), new ArrayList<ErrorArgument>()), new ArrayList<>());
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagName(name);
        for (int place = 0; place < nodes.getLength(); place++) {
            found.add((Element) nodes.item(place));
        }
        return found;
    }

    private static String text(Element parent, String name) {
        List<Element> found = elements(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent().trim();
    }
}
