// The conformance steps with the client that openapi-generator makes for Java.

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.util.Base64;
import java.util.List;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.AuthApi;
import org.openapitools.client.api.SubscriptionsApi;
import org.openapitools.client.api.TokensApi;
import org.openapitools.client.model.CreateSubscriptionRequest;
import org.openapitools.client.model.CreateTokenRequest;
import org.openapitools.client.model.CreatedToken;
import org.openapitools.client.model.ErrorResponse;
import org.openapitools.client.model.Subscription;
import org.openapitools.client.model.UpdateTokenRequest;

public final class Conformance {
    private interface Step {
        void run() throws Exception;
    }

    private final JsonNode world;
    private final ObjectMapper json = new ObjectMapper();
    private final TokensApi tokens;
    private final SubscriptionsApi subscriptions;
    private CreatedToken created;
    private Subscription subscribed;

    private Conformance(String path) throws Exception {
        world = json.readTree(new File(path));
        ApiClient caller = client("basic", credential("basic"));
        tokens = new TokensApi(caller);
        subscriptions = new SubscriptionsApi(caller);
    }

    public static void main(String[] arguments) throws Exception {
        new Conformance(arguments[0]).run();
    }

    private void run() throws Exception {
        ObjectNode outcomes = json.createObjectNode();
        for (String scheme : List.of("basic", "bearer", "jwt", "google", "facebook", "ha1b")) {
            outcomes.put("login " + scheme, outcome(() -> login(scheme)));
        }
        outcomes.put("refused", outcome(this::refused));
        outcomes.put("create", outcome(this::create));
        outcomes.put("list", outcome(this::list));
        outcomes.put("update", outcome(this::update));
        outcomes.put("delete", outcome(this::delete));
        outcomes.put("delete all", outcome(this::deleteAll));
        outcomes.put("subscribe", outcome(this::subscribe));
        outcomes.put("subscriptions", outcome(this::subscriptions));
        outcomes.put("unsubscribe", outcome(this::unsubscribe));
        System.out.println(json.writeValueAsString(outcomes));
    }

    private static String outcome(Step step) {
        try {
            step.run();
            return "ok";
        } catch (Exception error) {
            return error.toString();
        }
    }

    /** The library `native` leaves credentials to the caller: they are headers of each request. */
    private ApiClient client(String scheme, String value) {
        String header =
                switch (scheme) {
                    case "basic", "bearer" -> "Authorization";
                    case "jwt" -> "X-Auth-Token";
                    case "google" -> "X-Auth-Google-Token";
                    case "facebook" -> "X-Auth-Facebook-Token";
                    case "ha1b" -> "X-Auth-HA1B-Token";
                    default -> throw new IllegalArgumentException(scheme);
                };
        String sent =
                switch (scheme) {
                    case "basic" -> "Basic " + Base64.getEncoder().encodeToString(value.getBytes());
                    case "bearer" -> "Bearer " + value;
                    default -> value;
                };
        ApiClient client = new ApiClient();
        client.updateBaseUri(world.get("base_url").asText());
        client.setRequestInterceptor(request -> request.header(header, sent));
        return client;
    }

    private String credential(String scheme) {
        return world.get("credentials").get(scheme).asText();
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }

    private void login(String scheme) throws ApiException {
        var user = new AuthApi(client(scheme, credential(scheme))).authenticate().getPayload();
        check(user.getEmail().equals(world.get("email").asText()), "somebody else");
    }

    private void refused() throws Exception {
        try {
            new AuthApi(client("basic", credential("basic") + " not")).authenticate();
        } catch (ApiException error) {
            // The exception carries text; the model reads it.
            ErrorResponse refusal =
                    ApiClient.createDefaultObjectMapper()
                            .readValue(error.getResponseBody(), ErrorResponse.class);
            check(error.getCode() == 401 && refusal.getStatus() == 401, "another status");
            check(refusal.getMessage().equals("Unauthorized"), refusal.getMessage());
            return;
        }
        throw new IllegalStateException("not refused");
    }

    private void create() throws ApiException {
        var request = new CreateTokenRequest().name("conformance").ttl(3600L);
        created = tokens.createToken(request).getPayload();
        check(created.getToken().length() == 48, "another token");
    }

    private void list() throws ApiException {
        var listed = tokens.listTokens().getPayload();
        check(listed.stream().anyMatch(one -> created.getUuid().equals(one.getUuid())), "not listed");
    }

    private void update() throws ApiException {
        var request = new UpdateTokenRequest().name("renamed");
        var answer = tokens.updateToken(created.getUuid(), request);
        check(answer.getPayload().getName().equals("renamed"), "not renamed");
    }

    private void delete() throws ApiException {
        var answer = tokens.deleteToken(created.getToken());
        check(answer.getPayload().getName().equals("renamed"), "another token");
    }

    private void deleteAll() throws ApiException {
        check(tokens.deleteAllTokens().getSuccess(), "no success");
        check(tokens.listTokens().getPayload().isEmpty(), "something is left");
    }

    private void subscribe() throws ApiException {
        var request = new CreateSubscriptionRequest().channel("wss").type("auth");
        subscribed = subscriptions.createSubscription(request).getPayload();
        check(subscribed.getChannel().equals("wss"), "another channel");
        check(subscribed.getType().equals("auth"), "another type");
    }

    private void subscriptions() throws ApiException {
        var listed = subscriptions.listSubscriptions().getPayload();
        var uuid = subscribed.getUuid();
        check(listed.stream().anyMatch(one -> uuid.equals(one.getUuid())), "not listed");
    }

    private void unsubscribe() throws ApiException {
        check(subscriptions.deleteSubscription(subscribed.getUuid()).getSuccess(), "no success");
        check(subscriptions.listSubscriptions().getPayload().isEmpty(), "something is left");
    }
}
