<?php
// The conformance steps with the client that openapi-generator makes for PHP.

declare(strict_types=1);

use Opentact\Api\{AuthApi, SubscriptionsApi, TokensApi};
use Opentact\{ApiException, Configuration};
use Opentact\Model\{CreateSubscriptionRequest, CreateTokenRequest, ErrorResponse, UpdateTokenRequest};

require $argv[2];
spl_autoload_register(function (string $class): void {
    $file = __DIR__ . '/generated/lib/' . strtr(substr($class, strlen('Opentact\\')), '\\', '/') . '.php';
    if (str_starts_with($class, 'Opentact\\') && is_file($file)) {
        require $file;
    }
});

$world = json_decode(file_get_contents($argv[1]), true, flags: JSON_THROW_ON_ERROR);
[$email, $password] = explode(':', $world['credentials']['basic'], 2);

// The password where an operation takes Basic, the token where it takes Bearer.
$configuration = fn (string $secret): Configuration => (new Configuration())
    ->setHost($world['base_url'])->setUsername($email)->setPassword($secret);

function check(bool $holds, string $what): void
{
    if (!$holds) {
        throw new RuntimeException($what);
    }
}

$config = $configuration($password);
$auth = new AuthApi(config: $config);
$tokens = new TokensApi(config: $config);
$subscriptions = new SubscriptionsApi(config: $config);
$create = fn () => $tokens->createToken(new CreateTokenRequest(['name' => 'conformance', 'ttl' => 3600]))->getPayload();
$uuids = fn (array $all): array => array_map(fn ($one) => $one->getUuid(), $all);
$created = $subscription = null;

$steps = [
    'login basic' => function () use ($auth, $world): void {
        check($auth->authenticate()->getPayload()->getEmail() === $world['email'], 'somebody else');
    },
    'refused' => function () use ($configuration, $password): void {
        try {
            (new AuthApi(config: $configuration("not $password")))->authenticate();
        } catch (ApiException $refusal) {
            $error = $refusal->getResponseObject();
            check($refusal->getCode() === 401 && $error instanceof ErrorResponse, $refusal->getMessage());
            check($error->getStatus() === 401 && $error->getMessage() === 'Unauthorized', $error->getMessage());
            return;
        }
        throw new RuntimeException('not refused');
    },
    'create' => function () use ($create, $config, &$created): void {
        $created = $create();
        check(strlen($created->getToken()) === 48, 'another token');
        $config->setAccessToken($created->getToken());
    },
    'list' => function () use ($tokens, $uuids, &$created): void {
        check(in_array($created->getUuid(), $uuids($tokens->listTokens()->getPayload()), true), 'not listed');
    },
    'update' => function () use ($tokens, &$created): void {
        $answer = $tokens->updateToken($created->getUuid(), new UpdateTokenRequest(['name' => 'renamed']));
        check($answer->getPayload()->getName() === 'renamed', 'not renamed');
    },
    'delete' => function () use ($create, $tokens): void {
        $answer = $tokens->deleteToken($create()->getToken());
        check($answer->getPayload()->getName() === 'conformance', 'another token');
    },
    'delete all' => function () use ($create, $config, $tokens, $uuids): void {
        $tokens->deleteAllTokens();
        $created = $create();
        $config->setAccessToken($created->getToken());
        check($uuids($tokens->listTokens()->getPayload()) === [$created->getUuid()], 'something is left');
    },
    'subscribe' => function () use ($subscriptions, &$subscription): void {
        $request = new CreateSubscriptionRequest(['channel' => 'wss', 'type' => 'auth']);
        $subscription = $subscriptions->createSubscription($request)->getPayload();
        check([$subscription->getChannel(), $subscription->getType()] === ['wss', 'auth'], 'another subscription');
    },
    'subscriptions' => function () use ($subscriptions, $uuids, &$subscription): void {
        $listed = $uuids($subscriptions->listSubscriptions()->getPayload());
        check(in_array($subscription->getUuid(), $listed, true), 'not listed');
    },
    'unsubscribe' => function () use ($subscriptions, &$subscription): void {
        $subscriptions->deleteSubscription($subscription->getUuid());
        check($subscriptions->listSubscriptions()->getPayload() === [], 'something is left');
    },
];

$outcomes = [];
foreach ($steps as $name => $step) {
    try {
        $step();
        $outcomes[$name] = 'ok';
    } catch (Throwable $error) {
        $outcomes[$name] = $error->getMessage();
    }
}
echo json_encode($outcomes, JSON_THROW_ON_ERROR), "\n";
