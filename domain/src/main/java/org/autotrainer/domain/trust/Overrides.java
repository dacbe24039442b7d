package org.autotrainer.domain.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.autotrainer.domain.trust.Stems.Stem;

/**
 * Looks for words that want instructions to be ignored, in a few of the languages that most people write.
 *
 * <p>A verb that wants something ignored and a noun for instructions, of one language and near to each other.
 */
final class Overrides {
    /** So many characters apart, a verb and a noun have to do with each other. */
    private static final int NEAR = 60;
    /** The bit of a language's verbs is its number, the bit of its nouns is so many further. */
    private static final int NOUNS = 32;
    /** What says it alone. */
    private static final long ENOUGH = 1L << 63;

    /** A line for each language: verbs, then nouns. */
    private static final String LANGUAGES = """
            ignore|ignoring|disregard|forget|override|overrule|bypass|pay no attention|do not follow|don't follow|\
            stop following;instruction|guideline|directive|rules|system prompt|system message|previous prompt|\
            prior prompt|earlier prompt|your prompt|above prompt|constraints|the above|everything above|\
            everything you|your training|safety
            ignorier|missacht|vergiss|vergessen sie|vergesst;anweisung|instruktion|regeln|vorgaben|richtlinie|befehl
            ignore|oublie|ne tiens pas compte|ne tenez pas compte|fais abstraction|faites abstraction|\
            ne suis pas|ne suivez pas;instruction|consigne|directive|règles|ordres
            ignor|olvid|haz caso omiso|hagan caso omiso|no hagas caso|no sigas;\
            instruccion|indicacion|reglas|órdenes|directric|directiv|todo lo anterior
            ignor|esqueç|esquece|desconsider|não siga;instruç|regras|ordens|diretriz|tudo acima|tudo o que
            ignor|dimentic|trascur|non seguire;istruzion|regole|direttiv|ordini|indicazioni
            negeer|vergeet;instructie|aanwijzing|opdracht|regels|richtlijn
            ignoruj|zignoruj|zapomnij|pomiń;instrukcj|polece|zasad|wytyczn
            ignorera|glöm|bortse;instruktion|anvisning|regler
            yok say|görmezden gel|unut|dikkate alma;talimat|yönerge|kural|komut
            abaikan|lupakan;instruksi|perintah|aturan
            bỏ qua|phớt lờ|quên;hướng dẫn|chỉ dẫn|chỉ thị|quy tắc
            игнорир|забудь|не обращай|не следуй|пренебре;инструкц|указани|правил|команд|промпт
            ігнору|забудь;інструкц|вказівк|правил
            忽略|无视|無視|忘记|忘掉|忘記|不要理会|不要遵守;指令|指示|提示|规则|規則
            無視|忘れ|従わな;指示|命令|指令|ルール|プロンプト|規則
            무시|잊어|잊고;지시|명령|지침|규칙|프롬프트
            تجاهل|انس |لا تتبع|أهمل;تعليمات|أوامر|توجيهات|قواعد|إرشادات
            התעלם|התעלמ|תתעלם|שכח;הוראות|הנחיות|כללים|פקודות
            نادیده|فراموش کن|توجه نکن;دستور|قوانین|قواعد
            अनदेखा|भूल जा|नज़रअंदाज़|उपेक्षा;निर्देश|आदेश|नियम
            เพิกเฉย|ละเว้น|ลืม;คำสั่ง|คำแนะนำ|กฎ
            αγνόησ|αγνοήσ|ξέχνα;οδηγίες|εντολές|κανόνες
            """;

    /** What says it without a noun. */
    private static final String PHRASES =
            "you are now a|you are now in|you are now free|you are now dan|your new instructions|new system prompt|"
                    + "pretend you are|pretend to be|act as if you have no|do anything now|developer mode|jailbr|"
                    + "do not tell the user|don't tell the user|without telling the user|reveal your system prompt|"
                    + "reveal your instructions|print your system prompt|repeat your system prompt";

    private static final Stems STEMS = stems();

    private Overrides() {}

    /** Whether any are found, given the text in small letters. */
    static boolean in(String lower) {
        int[] places = {};
        for (int i = 0; i < lower.length(); i++) {
            long meanings = STEMS.meanings(lower, i);
            if (meanings == 0) {
                continue;
            }
            if (meanings < 0) {
                return true;
            }
            if (places.length == 0) {
                places = new int[Long.SIZE];
                Arrays.fill(places, -NEAR - 1);
            }
            for (long left = meanings; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                places[bit] = i;
                if (i - places[bit ^ NOUNS] <= NEAR) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Stems stems() {
        List<Stem> stems = new ArrayList<>(Stems.list(PHRASES, ENOUGH));
        int language = 0;
        for (String line : LANGUAGES.lines().toList()) {
            int end = line.indexOf(';');
            stems.addAll(Stems.list(line.substring(0, end), 1L << language));
            stems.addAll(Stems.list(line.substring(end + 1), 1L << (language + NOUNS)));
            language++;
        }
        return new Stems(stems);
    }
}
