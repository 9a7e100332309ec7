// The conformance steps with the client that openapi-generator makes for Go.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	opentact "conformance/generated"
)

type world struct {
	BaseURL     string            `json:"base_url"`
	Email       string            `json:"email"`
	Credentials map[string]string `json:"credentials"`
}

var (
	here       world
	client     *opentact.APIClient
	created    opentact.CreatedToken
	subscribed opentact.Subscription
)

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err == nil {
		err = json.Unmarshal(text, &here)
	}
	if err != nil {
		panic(err)
	}
	configuration := opentact.NewConfiguration()
	configuration.Servers = opentact.ServerConfigurations{{URL: here.BaseURL}}
	client = opentact.NewAPIClient(configuration)

	outcomes := map[string]string{}
	add := func(step string, err error) {
		outcomes[step] = "ok"
		if err != nil {
			outcomes[step] = err.Error()
		}
	}
	for _, scheme := range []string{"basic", "bearer", "jwt", "google", "facebook", "ha1b"} {
		add("login "+scheme, login(scheme))
	}
	add("refused", refused())
	caller := with("basic", here.Credentials["basic"])
	add("create", create(caller))
	add("list", list(caller))
	add("update", update(caller))
	add("delete", remove(caller))
	add("delete all", removeAll(caller))
	add("subscribe", subscribe(caller))
	add("subscriptions", subscriptions(caller))
	add("unsubscribe", unsubscribe(caller))
	line, _ := json.Marshal(outcomes)
	fmt.Println(string(line))
}

// with gives a context that sends one credential in one place.
func with(scheme, value string) context.Context {
	none := context.Background()
	switch scheme {
	case "basic":
		email, password, _ := strings.Cut(value, ":")
		basic := opentact.BasicAuth{UserName: email, Password: password}
		return context.WithValue(none, opentact.ContextBasicAuth, basic)
	case "bearer":
		return context.WithValue(none, opentact.ContextAccessToken, value)
	default:
		keys := map[string]opentact.APIKey{scheme: {Key: value}}
		return context.WithValue(none, opentact.ContextAPIKeys, keys)
	}
}

func check(holds bool, what string) error {
	if holds {
		return nil
	}
	return errors.New(what)
}

func login(scheme string) error {
	caller := with(scheme, here.Credentials[scheme])
	answer, _, err := client.AuthAPI.Authenticate(caller).Execute()
	if err != nil {
		return err
	}
	return check(answer.Payload.Email == here.Email, "somebody else")
}

func refused() error {
	stranger := with("basic", here.Credentials["basic"]+" not")
	_, _, err := client.AuthAPI.Authenticate(stranger).Execute()
	var refusal *opentact.GenericOpenAPIError
	if !errors.As(err, &refusal) {
		return fmt.Errorf("not refused: %w", err)
	}
	model, typed := refusal.Model().(opentact.ErrorResponse)
	return check(typed && *model.Status == 401 && model.Message == "Unauthorized", "another error")
}

func create(caller context.Context) error {
	request := *opentact.NewCreateTokenRequest("conformance")
	request.SetTtl(3600)
	answer, _, err := client.TokensAPI.CreateToken(caller).CreateTokenRequest(request).Execute()
	if err != nil {
		return err
	}
	created = answer.Payload
	return check(len(created.Token) == 48, "another token")
}

func list(caller context.Context) error {
	answer, _, err := client.TokensAPI.ListTokens(caller).Execute()
	if err != nil {
		return err
	}
	is := func(token opentact.Token) bool { return token.GetUuid() == created.Uuid }
	return check(slices.ContainsFunc(answer.Payload, is), "not listed")
}

func update(caller context.Context) error {
	request := *opentact.NewUpdateTokenRequest()
	request.SetName("renamed")
	call := client.TokensAPI.UpdateToken(caller, created.Uuid).UpdateTokenRequest(request)
	answer, _, err := call.Execute()
	if err != nil {
		return err
	}
	return check(answer.Payload.GetName() == "renamed", "not renamed")
}

func remove(caller context.Context) error {
	answer, _, err := client.TokensAPI.DeleteToken(caller, created.Token).Execute()
	if err != nil {
		return err
	}
	return check(answer.Payload.GetName() == "renamed", "another token")
}

func removeAll(caller context.Context) error {
	if _, _, err := client.TokensAPI.DeleteAllTokens(caller).Execute(); err != nil {
		return err
	}
	answer, _, err := client.TokensAPI.ListTokens(caller).Execute()
	if err != nil {
		return err
	}
	return check(len(answer.Payload) == 0, "something is left")
}

func subscribe(caller context.Context) error {
	request := *opentact.NewCreateSubscriptionRequest("wss", "auth")
	call := client.SubscriptionsAPI.CreateSubscription(caller).CreateSubscriptionRequest(request)
	answer, _, err := call.Execute()
	if err != nil {
		return err
	}
	subscribed = answer.Payload
	return check(subscribed.Channel == "wss" && subscribed.Type == "auth", "another subscription")
}

func subscriptions(caller context.Context) error {
	answer, _, err := client.SubscriptionsAPI.ListSubscriptions(caller).Execute()
	if err != nil {
		return err
	}
	is := func(one opentact.Subscription) bool { return one.Uuid == subscribed.Uuid }
	return check(slices.ContainsFunc(answer.Payload, is), "not listed")
}

func unsubscribe(caller context.Context) error {
	_, _, err := client.SubscriptionsAPI.DeleteSubscription(caller, subscribed.Uuid).Execute()
	if err != nil {
		return err
	}
	answer, _, err := client.SubscriptionsAPI.ListSubscriptions(caller).Execute()
	if err != nil {
		return err
	}
	return check(len(answer.Payload) == 0, "something is left")
}
