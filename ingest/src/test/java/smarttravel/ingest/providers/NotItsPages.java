package smarttravel.ingest.providers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pages that come instead of a provider's. */
final class NotItsPages {
    private static final Map<String, String> PAGES = pages();

    private NotItsPages() {}

    static List<String> names() {
        return List.copyOf(PAGES.keySet());
    }

    static String named(String name) {
        return PAGES.getOrDefault(name, "");
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("nothing at all", "");
        pages.put("white space", " \r\n\t ");
        pages.put("a page without content", "<!DOCTYPE html><html><head><title></title></head><body></body></html>");
        pages.put("a captcha", """
                <!DOCTYPE html><html lang="en"><head><title>Just a moment...</title>
                <script>window._opt = {cType: 'managed', price: '$ 1'};</script></head>
                <body><h1>Checking that you are not a robot</h1>
                <form action="/verify" method="post"><input type="hidden" name="token" value="9f3c">
                <iframe src="https://challenge.example/frame" title="challenge"></iframe>
                <noscript>Enable JavaScript and cookies to continue</noscript></form></body></html>
                """);
        pages.put("a consent wall", """
                <!DOCTYPE html><html lang="es"><head><title>Tu privacidad</title></head>
                <body><div role="dialog"><p>Usamos cookies propias y de terceros. Suscripción sin publicidad por
                $ 1.990 al mes.</p><button>Aceptar todo</button><a href="/configurar">Configurar</a></div></body></html>
                """);
        pages.put("another site", """
                <!DOCTYPE html><html lang="es"><head><title>Diez playas del Caribe</title></head>
                <body><article><h1>Diez playas del Caribe</h1><p>Un café en Cancún cuesta unos 60 pesos, y una noche
                de hotel desde USD 80.</p><a href="https://elsewhere.example/cancun">Seguir leyendo</a>
                <a rel="next" href="https://elsewhere.example/?page=2">2</a></article></body></html>
                """);
        pages.put("an error in JSON", "{\"error\":{\"code\":503,\"message\":\"overloaded\"}}");
        pages.put("markup that never ends", "<div>".repeat(2_000) + "<a href=");
        pages.put("bytes that are no text", "\u0000\u0001\ufffd\ufffd\u001f\u008bPK\u0003\u0004".repeat(50));
        return pages;
    }
}
