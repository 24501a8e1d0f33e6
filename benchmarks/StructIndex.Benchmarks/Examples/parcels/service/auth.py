"""Who may do what."""

import functools
import hashlib
import hmac
import time


def verify_token(token, secret):
    """Checks the signature and the expiry of an access token and gives the user it was issued to."""
    user, expires, signature = token.split(".")
    expected = hmac.new(secret, f"{user}.{expires}".encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(signature, expected) or int(expires) < time.time():
        raise PermissionError("the token is not valid")
    return user


def require_role(role):
    """Lets only users of a role call an endpoint."""
    def decorate(endpoint):
        @functools.wraps(endpoint)
        def guarded(request, *arguments):
            if role not in request.user.roles:
                raise PermissionError(role)
            return endpoint(request, *arguments)
        return guarded
    return decorate
