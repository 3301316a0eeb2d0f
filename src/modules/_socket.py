# _socket: the numbers of the Linux kernel, and names of hosts. There is no network: what is reached stands in memory.

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW, SOCK_SEQPACKET = 1, 2, 3, 5
SOCK_NONBLOCK, SOCK_CLOEXEC = 0o4000, 0o2000000
SOL_SOCKET, SOL_TCP, SOL_UDP, SOL_IP = 1, 6, 17, 0
SO_DEBUG, SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_DONTROUTE, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE = range(1, 10)
SO_OOBINLINE, SO_LINGER, SO_REUSEPORT = 10, 13, 15
SO_RCVTIMEO, SO_SNDTIMEO, SO_ACCEPTCONN, SO_PROTOCOL, SO_DOMAIN = 20, 21, 30, 38, 39
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6, IPPROTO_RAW = 0, 1, 6, 17, 41, 255
IPV6_V6ONLY = 26
TCP_NODELAY, TCP_MAXSEG, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT = 1, 2, 4, 5, 6
MSG_OOB, MSG_PEEK, MSG_DONTROUTE, MSG_TRUNC, MSG_DONTWAIT, MSG_WAITALL, MSG_NOSIGNAL = 1, 2, 4, 32, 64, 256, 16384
AI_PASSIVE, AI_CANONNAME, AI_NUMERICHOST, AI_V4MAPPED, AI_ALL, AI_ADDRCONFIG, AI_NUMERICSERV = 1, 2, 4, 8, 16, 32, 1024
EAI_BADFLAGS, EAI_NONAME, EAI_AGAIN, EAI_FAIL, EAI_FAMILY, EAI_SOCKTYPE, EAI_SERVICE = -1, -2, -3, -4, -6, -7, -8
NI_NUMERICHOST, NI_NUMERICSERV, NI_NOFQDN, NI_NAMEREQD, NI_DGRAM = 1, 2, 4, 8, 16
NI_MAXHOST, NI_MAXSERV = 1025, 32
INADDR_ANY, INADDR_LOOPBACK, INADDR_BROADCAST, INADDR_NONE = 0, 0x7f000001, 0xffffffff, 0xffffffff
SOMAXCONN = 4096
has_ipv6 = False

error = OSError
timeout = TimeoutError


class herror(OSError):
    pass


class gaierror(OSError):
    pass


herror.__module__ = gaierror.__module__ = 'socket'

_NO_NETWORK = 'Interloop has no network: only addresses of this machine can be reached'
_EADDRINUSE, _ENETUNREACH, _ECONNREFUSED, _ENOTCONN, _EISCONN, _EPIPE = 98, 101, 111, 107, 106, 32
_EAGAIN, _EBADF, _EINVAL, _EOPNOTSUPP, _ECONNRESET = 11, 9, 22, 95, 104
_texts = {98: 'Address already in use', 101: _NO_NETWORK, 111: 'Connection refused', 106:
          'Transport endpoint is already connected', 107: 'Transport endpoint is not connected', 32: 'Broken pipe',
          11: 'Resource temporarily unavailable', 9: 'Bad file descriptor', 22: 'Invalid argument',
          95: 'Operation not supported', 104: 'Connection reset by peer'}
_default = [None]
_services = {'http': 80, 'https': 443, 'ftp': 21, 'ssh': 22, 'telnet': 23, 'smtp': 25, 'domain': 53}


def _fail(code):
    raise OSError(code, _texts[code])


def getdefaulttimeout():
    return _default[0]


def setdefaulttimeout(timeout, /):
    _default[0] = _seconds(timeout)


def _seconds(timeout):
    if timeout is None:
        return None
    timeout = float(timeout)
    if timeout < 0:
        raise ValueError('Timeout value out of range')
    return timeout


def gethostname():
    return 'interloop'


def _quad(host):
    """The address in dotted form, or `None` if this is no address."""
    parts = host.split('.')
    if len(parts) == 4 and all(part.isdecimal() and int(part) < 256 for part in parts):
        return '.'.join([str(int(part)) for part in parts])
    return None


def _resolve(host):
    if isinstance(host, (bytes, bytearray)):
        host = host.decode()
    if host is None or host in ('', '0.0.0.0'):
        return '0.0.0.0'
    if host in ('localhost', gethostname()):
        return '127.0.0.1'
    if host == '<broadcast>':
        return '255.255.255.255'
    address = _quad(host)
    if address is None:
        raise gaierror(EAI_NONAME, f'Name or service not known: {_NO_NETWORK}')
    return address


def gethostbyname(host, /):
    return _resolve(host)


def gethostbyname_ex(host, /):
    return host, [], [_resolve(host)]


def gethostbyaddr(host, /):
    address = _resolve(host)
    if not address.startswith('127.'):
        raise herror(1, f'Unknown host: {_NO_NETWORK}')
    return 'localhost', [], [address]


def getservbyname(name, protocol='tcp', /):
    if name not in _services:
        raise OSError('service/proto not found')
    return _services[name]


def getservbyport(port, protocol='tcp', /):
    for name, number in _services.items():
        if number == port:
            return name
    raise OSError('port/proto not found')


def _port(port):
    if port is None:
        return 0
    if isinstance(port, int):
        return port
    if isinstance(port, (bytes, bytearray)):
        port = port.decode()
    if port.isdecimal():
        return int(port)
    if port in _services:
        return _services[port]
    raise gaierror(EAI_SERVICE, 'Servname not supported for ai_socktype')


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    if host is None and port is None:
        raise gaierror(EAI_NONAME, 'Name or service not known')
    if family not in (AF_UNSPEC, AF_INET):
        raise gaierror(EAI_FAMILY, f'ai_family not supported: {_NO_NETWORK}')
    if flags & AI_NUMERICHOST and host is not None and _quad(host) is None:
        raise gaierror(EAI_NONAME, 'Name or service not known')
    address = '127.0.0.1' if host is None and not flags & AI_PASSIVE else _resolve(host)
    number = _port(port)
    kinds = [(SOCK_STREAM, IPPROTO_TCP), (SOCK_DGRAM, IPPROTO_UDP), (SOCK_RAW, IPPROTO_IP)]
    kinds = [(kind, default) for kind, default in kinds if type in (0, kind) and proto in (0, default)]
    if not kinds:
        raise gaierror(EAI_SOCKTYPE, 'ai_socktype not supported')
    canonical = host if flags & AI_CANONNAME and host else ''
    return [(AF_INET, kind, default, canonical, (address, number)) for kind, default in kinds]


def getnameinfo(sockaddr, flags, /):
    host, port = sockaddr[:2]
    if not flags & NI_NUMERICHOST and host.startswith('127.'):
        host = 'localhost'
    return host, str(port)


def inet_aton(address, /):
    quad = _quad(address)
    if quad is None:
        raise OSError('illegal IP address string passed to inet_aton')
    return bytes([int(part) for part in quad.split('.')])


def inet_ntoa(packed, /):
    if len(packed) != 4:
        raise OSError('packed IP wrong length')
    return '.'.join([str(part) for part in packed])


def inet_pton(family, address, /):
    if family != AF_INET:
        raise OSError(97, 'Address family not supported by protocol')
    if _quad(address) is None:
        raise OSError('illegal IP address string passed to inet_pton')
    return inet_aton(address)


def inet_ntop(family, packed, /):
    if family != AF_INET:
        raise ValueError(f'unknown address family {family}')
    return inet_ntoa(packed)


def htons(number, /):
    return (number & 255) << 8 | number >> 8


def htonl(number, /):
    return int.from_bytes(number.to_bytes(4, 'little'), 'big')


ntohs, ntohl = htons, htonl


def if_nameindex():
    return [(1, 'lo')]
