# The conformance steps with the client that openapi-generator makes for Ruby.

require 'json'
require 'opentact'

world = JSON.parse(File.read(ARGV.fetch(0)))
email, password = world['credentials']['basic'].split(':')

# The password where an operation takes Basic, the token where it takes Bearer.
configuration = lambda do |secret|
  Opentact::Configuration.new.tap do |it|
    it.scheme, it.host = world['base_url'].split('://')
    it.username = email
    it.password = secret
  end
end

def check(holds, what)
  raise what unless holds
end

config = configuration.call(password)
client = Opentact::ApiClient.new(config)
auth = Opentact::AuthApi.new(client)
tokens = Opentact::TokensApi.new(client)
subscriptions = Opentact::SubscriptionsApi.new(client)
create = -> { tokens.create_token(Opentact::CreateTokenRequest.new(name: 'conformance', ttl: 3600)).payload }
created = subscription = nil

steps = {
  'login basic' => lambda do
    check(auth.authenticate.payload.email == world['email'], 'somebody else')
  end,
  'refused' => lambda do
    stranger = Opentact::ApiClient.new(configuration.call("not #{password}"))
    begin
      Opentact::AuthApi.new(stranger).authenticate
    rescue Opentact::ApiError => e
      error = Opentact::ErrorResponse.build_from_hash(JSON.parse(e.response_body))
      check(e.code == 401 && error.status == 401 && error.message == 'Unauthorized', e.message)
    else
      raise 'not refused'
    end
  end,
  'create' => lambda do
    created = create.call
    check(created.token.length == 48, 'another token')
    config.access_token = created.token
  end,
  'list' => lambda do
    check(tokens.list_tokens.payload.any? { |token| token.uuid == created.uuid }, 'not listed')
  end,
  'update' => lambda do
    request = Opentact::UpdateTokenRequest.new(name: 'renamed')
    check(tokens.update_token(created.uuid, request).payload.name == 'renamed', 'not renamed')
  end,
  'delete' => lambda do
    check(tokens.delete_token(create.call.token).payload.name == 'conformance', 'another token')
  end,
  'delete all' => lambda do
    tokens.delete_all_tokens
    created = create.call
    config.access_token = created.token
    check(tokens.list_tokens.payload.map(&:uuid) == [created.uuid], 'something is left')
  end,
  'subscribe' => lambda do
    request = Opentact::CreateSubscriptionRequest.new(channel: 'wss', type: 'auth')
    subscription = subscriptions.create_subscription(request).payload
    check(subscription.channel == 'wss' && subscription.type == 'auth', 'another subscription')
  end,
  'subscriptions' => lambda do
    listed = subscriptions.list_subscriptions.payload
    check(listed.any? { |one| one.uuid == subscription.uuid }, 'not listed')
  end,
  'unsubscribe' => lambda do
    subscriptions.delete_subscription(subscription.uuid)
    check(subscriptions.list_subscriptions.payload.empty?, 'something is left')
  end
}

outcomes = steps.transform_values do |step|
  step.call
  'ok'
rescue StandardError => e
  e.message
end
puts JSON.generate(outcomes)
